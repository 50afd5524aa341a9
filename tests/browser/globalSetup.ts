import { resolve } from 'node:path'
import { serve } from '../../scripts/serve.mjs'
import { buildLongSite } from '../support/longSite.ts'
import { buildRecordedSite } from '../support/recordedSite.ts'

/**
 * Builds a small site with recordings and one with a long interview, and serves them beside both built sites for as long as the
 * tests run; their addresses are handed on by environment.
 */
export default async function globalSetup() {
  const rootDir = process.env['SITE_ROOT_DIR'] ?? 'node_modules/.cache/site/root'
  const subDir = process.env['SITE_SUB_DIR'] ?? 'node_modules/.cache/site/sub'
  const recordedDir = resolve('node_modules/.cache/site/recorded')
  const longDir = resolve('node_modules/.cache/site/long')
  await buildRecordedSite(recordedDir)
  await buildLongSite(longDir)
  const sites = await Promise.all([
    serve({ dir: resolve(rootDir), port: 0 }),
    serve({ dir: resolve(subDir), port: 0, base: '/colloquy/' }),
    serve({ dir: resolve(recordedDir, 'out'), port: 0 }),
    serve({ dir: resolve(longDir, 'out'), port: 0 }),
  ])
  process.env['SITE_ROOT_URL'] = sites[0].url
  process.env['SITE_SUB_URL'] = sites[1].url
  process.env['SITE_RECORDED_URL'] = sites[2].url
  process.env['SITE_LONG_URL'] = sites[3].url
  return async () => {
    await Promise.all(sites.map((site) => site.close()))
  }
}
