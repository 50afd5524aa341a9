import { defineConfig } from '@playwright/test'
import { chromiumArgs, ensureChromium } from './scripts/chromium.mjs'

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'node_modules/.cache/playwright',
  globalSetup: './tests/browser/globalSetup.ts',
  fullyParallel: true,
  workers: 2,
  // A machine that others use may stumble once: a test that passes at the second try is listed as flaky, and counts.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  projects: [{ name: 'chromium' }],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: ensureChromium(), args: chromiumArgs },
    trace: 'retain-on-failure',
  },
})
