import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_PREFERENCES,
  formatPreferences,
  PACES,
  parsePreferences,
  TEXT_SIZES,
  THEMES,
} from '../../src/domain/preferences.ts'
import { PAUSES, SCOPES } from '../../src/domain/playback/plan.ts'
import { RATES } from '../../src/domain/playback/rates.ts'
import { persistPreferences } from '../../src/state/persistPreferences.ts'
import { createAppStore } from '../../src/state/store.ts'
import { fakePlatform } from '../support/fakePlatform.ts'

const arbitraryPreferences = fc.record({
  theme: fc.constantFrom(...THEMES),
  textSize: fc.constantFrom(...TEXT_SIZES),
  hasCharacterKeys: fc.boolean(),
  listening: fc.record({
    rate: fc.constantFrom(...RATES),
    volume: fc.double({ min: 0, max: 1, noNaN: true }).filter((volume) => !Object.is(volume, -0)),
    scope: fc.constantFrom(...SCOPES),
    pauseAfter: fc.constantFrom(...PAUSES),
    wordsPerMinute: fc.constantFrom(...PACES),
    voices: fc.dictionary(
      fc.constantFrom('en', 'de', 'zh', 'ar'),
      fc.record({ interviewer: fc.string(), guest: fc.string() }, { requiredKeys: [] }),
    ),
  }),
})

describe('preferences', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(arbitraryPreferences, (preferences) => {
        expect(parsePreferences(formatPreferences(preferences))).toEqual(preferences)
      }),
    )
  })

  test('are the defaults where what is kept is damaged, foreign or missing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        expect(parsePreferences(kept)).toEqual(expect.objectContaining({ theme: expect.any(String) }))
      }),
    )
    expect(parsePreferences(null)).toEqual(DEFAULT_PREFERENCES)
    expect(
      parsePreferences(
        '{"theme":"purple","textSize":7,"hasCharacterKeys":"no","listening":{"rate":7,"volume":"loud"}}',
      ),
    ).toEqual(DEFAULT_PREFERENCES)
  })

  test('are the defaults until they are restored, so that the first state is that of the page', () => {
    const platform = fakePlatform({ kept: '{"theme":"dark"}' })
    const store = createAppStore(platform, null)
    expect(store.getState().preferences).toEqual(DEFAULT_PREFERENCES)
    persistPreferences(store, platform.preferences)
    expect(store.getState().preferences.theme).toBe('dark')
  })

  test('are kept when they change, and follow another tab', () => {
    const platform = fakePlatform()
    const store = createAppStore(platform, null)
    const stop = persistPreferences(store, platform.preferences)
    store.getState().prefer({ textSize: 'large' })
    expect(parsePreferences(platform.kept).textSize).toBe('large')
    platform.keepElsewhere('{"textSize":"largest","theme":"light"}')
    expect(store.getState().preferences).toMatchObject({ textSize: 'largest', theme: 'light' })
    stop()
    store.getState().prefer({ theme: 'dark' })
    expect(parsePreferences(platform.kept).theme).toBe('light')
  })
})
