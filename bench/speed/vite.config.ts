import { defineConfig } from 'vite'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import site from '../../vite.config.ts'

/** The paths of the pages to write, one a line; unset for all of them. */
const only = process.env['BENCH_ONLY']?.split('\n')

const prerender = prerenderPlugin({
  siteUrl: 'http://localhost:4173/',
  links: 'node_modules/.cache/bench-speed/links',
  ...(only && { only: (path) => only.includes(path) }),
})

/** The site's own configuration, for the interviews of another folder. */
export default defineConfig({
  ...site,
  publicDir: process.env['BENCH_PUBLIC'] ?? 'node_modules/.cache/bench-speed/public',
  plugins: (site.plugins ?? []).map((plugin) =>
    plugin && 'name' in plugin && plugin.name === prerender.name ? prerender : plugin,
  ),
})
