import type { Page } from '@playwright/test'
import { voicesInPage, type Said } from './voicesInPage.mjs'

/** Gives a page voices (see voicesInPage.mjs); a character takes `perCharacter` ms at rate 1. */
export async function giveVoices(page: Page, { perCharacter = 15 } = {}): Promise<void> {
  await page.addInitScript(voicesInPage, perCharacter)
}

/** What the page has said so far. */
export function saidBy(page: Page): Promise<readonly Said[]> {
  // Put there by the stub.
  return page.evaluate(() => (window as unknown as { saidByStub: Said[] }).saidByStub)
}
