/** Takes one sample of one page in a new browser context, which has nothing in its cache. */
import { instruments } from './instruments.mjs'

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').CDPSession} CDPSession
 * @typedef {import('./sites.mjs').Subject} Subject
 *
 * @typedef {object} Conditions
 * @property {string} name
 * @property {number} cpu how many times slower than this machine
 * @property {boolean} isSlow4g
 *
 * @typedef {object} Sample
 * @property {number} linkMs from the start of the navigation until the answer is in view and at rest
 * @property {number} jumpMs the same for a turn far away, from the jump on
 * @property {number} blockingMs until the page has been idle for a second
 * @property {number} landingError in CSS pixels, when all has come to rest
 * @property {number} elements
 * @property {number} documentBytes as sent, compressed, with its headers
 * @property {number} droppedShare of the frames while the whole page is scrolled through
 */

/** What a page has to show within so long, in milliseconds. */
const LIMIT_MS = 120_000
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms: “slow 4G” of Chromium’s own tools, in bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
/** The whole page is scrolled through in about 1.4 s, by so many turns of the wheel. */
const WHEEL_EVENTS = 84
const FRAME_MS = 1000 / 60

/**
 * @param {Browser} browser
 * @param {{ siteUrl: string, subject: Subject, conditions: Conditions }} options
 * @returns {Promise<Sample>}
 * @throws {Error} when the answer is never in view
 */
export async function takeSample(browser, { siteUrl, subject, conditions }) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    await page.addInitScript(instruments)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    if (conditions.isSlow4g) await session.send('Network.emulateNetworkConditions', SLOW_4G)
    if (conditions.cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpu })
    const sizes = watchDocument(session)

    await page.goto(new URL(subject.path + subject.hash, siteUrl).href, { waitUntil: 'commit', timeout: LIMIT_MS })
    const linkSeen = await seen(page, subject)
    const linkMs = linkSeen - (await page.evaluate(() => performance.timeOrigin))
    await page.waitForLoadState('networkidle', { timeout: LIMIT_MS })
    await page.waitForTimeout(1000)
    const after = await page.evaluate((selector) => {
      const bench = window.bench
      return {
        blockingMs: bench.blockingMs(),
        landingError: bench.landingError(selector) ?? Infinity,
        elements: bench.elements(),
      }
    }, subject.target)
    const { path, hash } = subject.jump
    const jumped = await page.evaluate((link) => window.bench.jump(link), { path, hash })
    const jumpMs = (await seen(page, subject.jump)) - jumped
    return { linkMs, jumpMs, ...after, documentBytes: sizes.document, droppedShare: await scrollThrough(session, page) }
  } finally {
    await context.close()
  }
}

/**
 * When a turn came into view to stay, in milliseconds by the clock. A jump may lead to another page.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('./sites.mjs').Link} link
 * @throws {Error} when it never does
 */
async function seen(page, { path, target, text }) {
  const look = () =>
    page.evaluate((options) => window.bench.settled(options), { selector: target, text, limit: LIMIT_MS })
  const lookAgain = async (/** @type {unknown} */ error) => {
    if (!/navigation|context was destroyed/i.test(String(error))) throw error
    await page.waitForLoadState('domcontentloaded') // asked before, the page that is left may answer once more
    return look()
  }
  const at = await look().catch(lookAgain).catch(lookAgain)
  if (at === null) throw new Error(`${path}: the turn is never in view`)
  return at
}

/**
 * How many bytes the document takes on the way.
 *
 * @param {CDPSession} session
 */
function watchDocument(session) {
  const sizes = { document: 0 }
  let documentRequest = ''
  session.on('Network.requestWillBeSent', ({ type, requestId }) => {
    if (type === 'Document') documentRequest ||= requestId
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requestId === documentRequest) sizes.document = encodedDataLength
  })
  return sizes
}

/**
 * Scrolls from top to bottom by the wheel. Returns the share of frames that did not come.
 *
 * @param {CDPSession} session
 * @param {import('@playwright/test').Page} page
 */
async function scrollThrough(session, page) {
  const length = await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
    return document.documentElement.scrollHeight
  })
  await page.waitForTimeout(200)
  await page.evaluate(() => window.bench.recordFrames())
  const start = performance.now()
  const turned = []
  for (let event = 0; event < WHEEL_EVENTS; event += 1) {
    await page.waitForTimeout(Math.max(start + event * FRAME_MS - performance.now(), 0))
    const wheel = {
      type: /** @type {const} */ ('mouseWheel'),
      x: 550,
      y: 400,
      deltaX: 0,
      deltaY: length / WHEEL_EVENTS,
    }
    turned.push(session.send('Input.dispatchMouseEvent', wheel))
  }
  await Promise.all(turned)
  await page.waitForTimeout(250)
  return page.evaluate(() => window.bench.droppedShare())
}
