import { describe, expect, test } from 'vitest'
import { fitText } from '../../src/build/fitText.ts'

/** Room for as many characters as the size leaves of 400. */
const fits = ({ text, size }: { text: string; size: number }) => Promise.resolve([...text].length <= 400 / size)
const noRoom = () => Promise.resolve(false)
const fit = (text: string) => fitText({ text, width: 0, height: 0, sizes: [40, 20], style: {} }, fits)

describe('a text with little room', () => {
  test('is as large as it can be', async () => {
    expect(await fit('ten or les')).toMatchObject({ text: 'ten or les', size: 40 })
    expect(await fit('ten or less.')).toMatchObject({ text: 'ten or less.', size: 20 })
  })

  test('is cut between words, with an ellipsis and without the comma before it', async () => {
    expect(await fit('The relationship, is one of')).toMatchObject({ text: 'The relationship…', size: 20 })
  })

  test('is cut between letters where a word may fill a line', async () => {
    expect(await fit('Die Donaudampfschifffahrtselektrizitäten')).toMatchObject({ text: 'Die Donaudampfschif…' })
  })

  test('is cut between words when the long word comes later', async () => {
    const address = 'https://example.org/a-long-address'
    expect(await fit(`One short sentence. Then ${address}`)).toMatchObject({ text: 'One short sentence…' })
  })

  test('is cut between characters in a script without spaces', async () => {
    expect(await fit('中美关系确实是当今最具挑战性的外交任务之一布林肯')).toMatchObject({
      text: '中美关系确实是当今最具挑战性的外交任务…',
    })
  })

  test('keeps a letter with its marks', async () => {
    const { text } = await fit('ก็'.repeat(30))
    expect(text).toBe(`${'ก็'.repeat(9)}…`)
  })

  test('is left out when nothing of it fits', async () => {
    const fitting = { text: 'one two', width: 0, height: 0, sizes: [10], style: {} }
    expect(await fitText(fitting, noRoom)).toMatchObject({ text: '' })
  })
})
