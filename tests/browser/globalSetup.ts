import { resolve } from 'node:path'
import { serve } from '../../scripts/serve.mjs'

/** Serves both built sites for as long as the tests run; their addresses are handed on by environment. */
export default async function globalSetup() {
  const rootDir = process.env['SITE_ROOT_DIR'] ?? 'node_modules/.cache/site/root'
  const subDir = process.env['SITE_SUB_DIR'] ?? 'node_modules/.cache/site/sub'
  const sites = await Promise.all([
    serve({ dir: resolve(rootDir), port: 0 }),
    serve({ dir: resolve(subDir), port: 0, base: '/colloquy/' }),
  ])
  process.env['SITE_ROOT_URL'] = sites[0].url
  process.env['SITE_SUB_URL'] = sites[1].url
  return async () => {
    await Promise.all(sites.map((site) => site.close()))
  }
}
