import { describe, expect, test } from 'vitest'
import { chooseVoices, voicesFor, type EngineVoice } from '../../src/platform/speechVoices.ts'

const voice = (name: string, lang: string, more: Partial<EngineVoice> = {}): EngineVoice => ({
  name,
  lang,
  voiceURI: name,
  localService: true,
  default: false,
  ...more,
})
const namesFor = (voices: readonly EngineVoice[], language: string) =>
  voicesFor(voices, language).map(({ name }) => name)

const host = { label: 'Host', role: 'interviewer' } as const
const guest = { label: 'Dr. Lee', role: 'guest' } as const
const other = { label: 'Prof. Kim', role: 'guest' } as const

describe('the voices for a language', () => {
  test('are those of its tag in any spelling, and none else', () => {
    const voices = [voice('A', 'en_US'), voice('B', 'EN-gb'), voice('C', 'de-DE'), voice('D', 'eng'), voice('E', '')]
    expect(namesFor(voices, 'en')).toEqual(['A', 'D', 'B'])
    expect(namesFor(voices, 'de-CH')).toEqual(['C'])
    expect(namesFor(voices, 'fr')).toEqual([])
    expect(namesFor([voice('F', 'cmn-Hans-CN'), voice('G', 'zh-TW')], 'zh-Hant')).toEqual(['G', 'F'])
  })

  test('have each name once: of the variants of speech-dispatcher the plain one stays', () => {
    const voices = [
      voice('English+Alicia', 'en-US'),
      voice('English', 'en-US'),
      voice('English+Adam', 'en-US'),
      voice('English+Adam', 'en-GB'),
    ]
    expect(namesFor(voices, 'en')).toEqual(['English', 'English+Adam'])
  })

  test('begin with those of the region, of this machine, and of good quality; voices for fun come last', () => {
    const voices = [
      voice('Zarvox', 'en-US', { default: true }),
      voice('Google UK', 'en-GB', { localService: false }),
      voice('Google US', 'en-US', { localService: false }),
      voice('Daniel', 'en-GB'),
      voice('Sam', 'en-US'),
      voice('Ava (Premium)', 'en-US'),
    ]
    expect(namesFor(voices, 'en')).toEqual(['Ava (Premium)', 'Sam', 'Google US', 'Daniel', 'Google UK', 'Zarvox'])
    expect(namesFor(voices, 'en-GB').slice(0, 2)).toEqual(['Daniel', 'Google UK'])
  })

  test('are found among 13,000', () => {
    const voices = Array.from({ length: 13_000 }, (_, index) =>
      voice(`Voice ${index % 130}+Variant ${index}`, `${'abcdefghij'[index % 10]}a`),
    )
    expect(voicesFor(voices, 'da').every(({ lang }) => lang === 'da')).toBe(true)
  })
})

const cast = (voices: EngineVoice[], speakers: readonly (typeof host | typeof guest | typeof other)[], kept = {}) =>
  Object.fromEntries(
    [...chooseVoices(voices, { language: 'en', speakers, kept })].map(
      ([
        label,
        {
          voice: { name },
          pitch,
        },
      ]) => [label, `${name} ${pitch}`],
    ),
  )

describe('a voice for each speaker', () => {
  const [a, b, c] = [voice('A', 'en-US'), voice('B', 'en-US'), voice('C', 'en-US')]
  test('gives everybody another one, the guest the best', () => {
    expect(cast([a, b, c], [host, guest, other])).toEqual({ Host: 'C 1', 'Dr. Lee': 'A 1', 'Prof. Kim': 'B 1' })
  })

  test('gives the same voice at other pitches when there are too few', () => {
    expect(cast([a], [host, guest, other])).toEqual({ Host: 'A 1.15', 'Dr. Lee': 'A 1', 'Prof. Kim': 'A 0.85' })
    expect(cast([a, b], [host, guest, other])).toEqual({ Host: 'A 0.85', 'Dr. Lee': 'A 1', 'Prof. Kim': 'B 1' })
  })

  test('keeps what the reader chose, and gives the others what is left', () => {
    expect(cast([a, b, c], [host, guest, other], { interviewer: 'A', guest: 'C' })).toEqual({
      Host: 'A 1',
      'Dr. Lee': 'C 1',
      'Prof. Kim': 'B 1',
    })
  })

  test('forgets a choice that is not there, or of another language', () => {
    expect(cast([a, b, voice('D', 'de')], [host, guest], { interviewer: 'gone', guest: 'D' })).toEqual({
      Host: 'B 1',
      'Dr. Lee': 'A 1',
    })
  })

  test('gives nobody a voice of another language', () => {
    expect(cast([voice('D', 'de')], [host, guest])).toEqual({})
  })
})
