import { defineConfig } from '@playwright/test'
import { chromiumArgs, ensureChromium } from './scripts/chromium.mjs'

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'node_modules/.cache/playwright',
  globalSetup: './tests/browser/globalSetup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: 'list',
  projects: [{ name: 'chromium' }],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: ensureChromium(), args: chromiumArgs },
    trace: 'retain-on-failure',
  },
})
