import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'

export { expect } from '@playwright/test'

interface Fixtures {
  /** Says that a console message or error that matches belongs to this test. */
  readonly allowMessage: (pattern: RegExp) => void
  /** Opens another browser context, a reader of their own; it is watched like the first one. */
  readonly newReader: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Watches a context that the test opened by other means. */
  readonly watch: (context: BrowserContext) => Promise<void>
}

interface Silence {
  /** What was seen that should not be, and what the test allows of it. */
  readonly silence: { readonly problems: string[]; readonly allowed: RegExp[] }
}

/** What the console says of a page that is not there; for `allowMessage` in tests that open one. */
export const NOT_FOUND_MESSAGE = /Failed to load resource.*404/

/**
 * Playwright's test, failing also on a console error or warning, an error in the page, a violation of the
 * Content-Security-Policy, and a request to another origin. `page.goto('/…')` is at the root of the built site.
 */
export const test = base.extend<Fixtures & Silence>({
  baseURL: async ({}, provide) => {
    await provide(siteUrl())
  },
  silence: [
    async ({}, provide) => {
      const silence = { problems: [] as string[], allowed: [] as RegExp[] }
      await provide(silence)
      const unexpected = silence.problems.filter((problem) => !silence.allowed.some((pattern) => pattern.test(problem)))
      if (unexpected.length > 0) throw new Error(`Nothing of this should have happened:\n${unexpected.join('\n')}`)
    },
    { auto: true },
  ],
  watch: async ({ silence }, provide) => {
    await provide((context) => watchContext(context, silence.problems))
  },
  allowMessage: async ({ silence }, provide) => {
    await provide((pattern) => void silence.allowed.push(pattern))
  },
  context: async ({ context, watch }, provide) => {
    await watch(context)
    await provide(context)
  },
  newReader: async ({ browser, watch }, provide) => {
    const opened: BrowserContext[] = []
    await provide(async (options) => {
      const context = await browser.newContext({ baseURL: siteUrl(), ...options })
      opened.push(context)
      await watch(context)
      return context
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

/** Adds to the problems whatever goes wrong in any page of a context. */
async function watchContext(context: BrowserContext, problems: string[]) {
  const ourOrigins = new Set(
    [siteUrl(), subSiteUrl(), recordedSiteUrl(), longSiteUrl()].map((url) => new URL(url).origin),
  )
  context.on('console', (message) => {
    const isProblem = message.type() === 'error' || message.type() === 'warning'
    if (isProblem) problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => problems.push(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isOutside = protocol !== 'data:' && protocol !== 'blob:' && !ourOrigins.has(origin)
    if (isOutside) problems.push(`request to another origin: ${request.url()}`)
  })
  await context.addInitScript(() => {
    window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`Content-Security-Policy: ${violatedDirective} stopped ${blockedURI} ${sample}`)
    })
  })
}

/** An address in the site that is built for a root of its own: `siteUrl('interviews/…/')`. */
export function siteUrl(path = ''): string {
  return addressIn('SITE_ROOT_URL', path)
}

/** The same in the site that is built for a sub-path. */
export function subSiteUrl(path = ''): string {
  return addressIn('SITE_SUB_URL', path)
}

/** The same in the small site with recordings. */
export function recordedSiteUrl(path = ''): string {
  return addressIn('SITE_RECORDED_URL', path)
}

/** The same in the site with a long interview. */
export function longSiteUrl(path = ''): string {
  return addressIn('SITE_LONG_URL', path)
}

function addressIn(
  name: 'SITE_ROOT_URL' | 'SITE_SUB_URL' | 'SITE_RECORDED_URL' | 'SITE_LONG_URL',
  path: string,
): string {
  const site = process.env[name]
  if (!site) throw new Error(`${name} is not set: the browser tests are run by Playwright, whose global setup sets it.`)
  return new URL(path.replace(/^\/+/, ''), site).href
}
