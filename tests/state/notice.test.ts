import { expect, test } from 'vitest'
import { createAppStore } from '../../src/state/store.ts'
import { fakePlatform } from '../support/fakePlatform.ts'

test('says what was copied, until it is dismissed', async () => {
  const platform = fakePlatform()
  const store = createAppStore(platform, null)
  await store.getState().copy({ text: 'https://example.org/' }, 'Link to answer 4')
  expect(platform.copied).toEqual(['https://example.org/'])
  expect(store.getState().notice).toEqual({ kind: 'copied', what: 'Link to answer 4', number: 1 })
  store.getState().dismissNotice()
  expect(store.getState().notice).toBeNull()
})

test('hands out the text when the clipboard is refused', async () => {
  const platform = fakePlatform()
  platform.isClipboardRefused = true
  const store = createAppStore(platform, null)
  await store.getState().copy({ text: 'https://example.org/' }, 'Link to answer 4')
  expect(store.getState().notice).toEqual({ kind: 'refused', text: 'https://example.org/', number: 1 })
})
