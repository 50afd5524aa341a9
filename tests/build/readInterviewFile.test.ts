import { describe, expect, test } from 'vitest'
import { readInterviewFile } from '../../src/build/readInterviewFile.ts'
import { MAX_FILE_BYTES } from '../../src/domain/formats/markdown.ts'

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
})
