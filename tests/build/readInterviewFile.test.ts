import { describe, expect, test } from 'vitest'
import { readInterviewFile } from '../../src/build/readInterviewFile.ts'
import { MAX_FILE_BYTES } from '../../src/domain/formats/markdown.ts'
import { MAX_CAPTION_BYTES } from '../../src/domain/formats/webvtt.ts'

const TEXT = '---\ntitle: Café\nlanguage: fr\n---\nHôte: Ça va ?\n\nInvité: Oui.\n'

function read(bytes: Uint8Array): ReturnType<typeof readInterviewFile> {
  return readInterviewFile({ id: 'cafe', bytes })
}

describe('an interview’s file', () => {
  test('is read as UTF-8, with a byte order mark or without', () => {
    const plain = read(Buffer.from(TEXT))
    expect(plain).toMatchObject({ ok: true, interview: { id: 'cafe', title: 'Café' } })
    expect(read(Buffer.from(`\uFEFF${TEXT}`))).toEqual(plain)
  })

  test('over the largest size is one problem, and is not read', () => {
    expect(read(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      ok: false,
      problems: [{ line: 1, what: 'The file is 65 MB long.' }],
    })
  })

  test.each(['\n', '\r\n', '\r'])(
    'in an old encoding is a problem at its first line that is not UTF-8 (lines end in %j)',
    (end) => {
      const text = TEXT.replace('Café', 'Cafe').replaceAll('\n', end)
      expect(read(Buffer.from(text, 'latin1'))).toEqual({
        ok: false,
        problems: [
          {
            line: 5,
            what: 'Line 5 holds bytes that are no UTF-8.',
            why: expect.stringContaining('UTF-8'),
            correction: 'Hôte: Ça va ?',
          },
        ],
      })
    },
  )

  test('that ends in half a character is a problem at its last line', () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: a'), Buffer.from([0xe2, 0x82])])
    expect(read(bytes)).toMatchObject({ ok: false, problems: [{ line: 2 }] })
  })

  test('in UTF-16 of either order is a problem that shows its first line', () => {
    const little = Buffer.from('\uFEFF---\ntitle: a', 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big])
      expect(read(bytes)).toMatchObject({
        ok: false,
        problems: [{ line: 1, what: 'The file is saved as UTF-16.', correction: '---' }],
      })
  })

  test('with other problems has the same ones as its text', () => {
    expect(read(new Uint8Array())).toMatchObject({ ok: false, problems: [{ line: 1, what: 'The file is empty.' }] })
  })

  test('is read with the captions beside it, which have to be UTF-8 too and are told by their own name', () => {
    const bytes = Buffer.from(TEXT.replace('fr\n', 'fr\nrecording: cafe.mp3\n'))
    const captions = 'WEBVTT\n\n00:01.000 --> 00:03.000\nHôte, ça va ? Oui.\n'
    const beside = (vtt: Uint8Array) => ({ names: ['cafe.md', 'cafe.mp3', 'cafe.vtt'], bytesOf: () => vtt })
    expect(readInterviewFile({ id: 'cafe', bytes, beside: beside(Buffer.from(captions)) })).toMatchObject({
      ok: true,
      interview: { recording: { file: 'cafe.mp3', captions: 'cafe.vtt', end: 3 } },
    })
    expect(readInterviewFile({ id: 'cafe', bytes, beside: beside(Buffer.from(captions, 'latin1')) })).toMatchObject({
      ok: false,
      problems: [{ file: 'cafe.vtt', line: 4, why: expect.stringMatching(/^Captions are UTF-8/) }],
    })
    expect(
      readInterviewFile({ id: 'cafe', bytes, beside: beside(new Uint8Array(MAX_CAPTION_BYTES + 1)) }),
    ).toMatchObject({ ok: false, problems: [{ file: 'cafe.vtt', line: 1, what: 'The file is 17 MB long.' }] })
  })
})
