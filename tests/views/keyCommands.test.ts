import { describe, expect, test } from 'vitest'
import { commandOfKey, type KeyPress } from '../../src/views/interview/keyCommands.ts'

const press = (key: string, rest: Partial<KeyPress> = {}) =>
  commandOfKey({
    key,
    hasModifier: false,
    hasShift: false,
    isElsewhere: false,
    hasSelection: false,
    isRtl: false,
    hasCharacterKeys: true,
    isPlaying: false,
    ...rest,
  })

const forward = { does: 'stepTurn', by: 1 }
const back = { does: 'stepTurn', by: -1 }

describe('a key', () => {
  test('steps: arrows and j k by turn, J K by answer', () => {
    expect(press('ArrowRight')).toEqual(forward)
    expect(press('j')).toEqual(forward)
    expect(press('ArrowLeft')).toEqual(back)
    expect(press('k')).toEqual(back)
    expect(press('J', { hasShift: true })).toEqual({ does: 'stepAnswer', by: 1 })
    expect(press('K', { hasShift: true })).toEqual({ does: 'stepAnswer', by: -1 })
  })

  test('goes the other way by arrow in a right-to-left interview, the same way by letter', () => {
    expect(press('ArrowRight', { isRtl: true })).toEqual(back)
    expect(press('ArrowLeft', { isRtl: true })).toEqual(forward)
    expect(press('j', { isRtl: true })).toEqual(forward)
  })

  test('jumps: digits to a topic, brackets from heading to heading, m to a mention', () => {
    expect(press('1')).toEqual({ does: 'jumpTopic', number: 1 })
    expect(press('[')).toEqual({ does: 'jumpSection', by: -1 })
    expect(press(']')).toEqual({ does: 'jumpSection', by: 1 })
    expect(press('M', { hasShift: true })).toEqual({ does: 'jumpMention', by: -1 })
  })

  test('plays: p, sentences, again, speed, volume, options', () => {
    expect(press('p')).toEqual({ does: 'togglePlay' })
    expect(press(',')).toEqual({ does: 'stepSentence', by: -1 })
    expect(press('.')).toEqual({ does: 'stepSentence', by: 1 })
    expect(press('r')).toEqual({ does: 'playAgain' })
    expect(press('<', { hasShift: true })).toEqual({ does: 'stepRate', by: -1 })
    expect(press('>', { hasShift: true })).toEqual({ does: 'stepRate', by: 1 })
    expect(press('-')).toEqual({ does: 'stepVolume', by: -1 })
    for (const louder of [press('+', { hasShift: true }), press('=')])
      expect(louder).toEqual({ does: 'stepVolume', by: 1 })
    expect(press('0')).toEqual({ does: 'toggleMuted' })
    expect(press('o')).toEqual({ does: 'showPlayingOptions' })
    expect(press('p', { hasCharacterKeys: false })).toBeNull()
  })

  test('is the browser’s with a modifier, in a field, a slider or a dialog', () => {
    for (const key of ['j', 'ArrowRight', 'Home', '1', 'c']) {
      expect(press(key, { hasModifier: true })).toBeNull()
      expect(press(key, { isElsewhere: true })).toBeNull()
    }
  })

  test('is the browser’s where it would change a selection', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) {
      expect(press(key, { hasSelection: true })).toBeNull()
      expect(press(key, { hasShift: true })).toBeNull()
    }
  })

  test('of one character does nothing when the reader has turned those off; arrows still step', () => {
    for (const key of ['j', 'K', '1', '[', 'm', 'c', 'f', '?'])
      expect(press(key, { hasCharacterKeys: false })).toBeNull()
    expect(press('ArrowRight', { hasCharacterKeys: false })).toEqual(forward)
    expect(press('End', { hasCharacterKeys: false })).toEqual({ does: 'stepToEnd', end: 'last' })
  })

  test('that means nothing means nothing, whatever its name', () => {
    for (const key of ['x', 'Tab', ' ', 'Enter', 'constructor', '__proto__', 'toString']) expect(press(key)).toBeNull()
  })
})
