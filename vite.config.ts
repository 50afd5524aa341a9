import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { prerenderPlugin } from './src/build/prerenderPlugin.ts'

/** Where the site will be published; its path is the site's base. */
const siteUrl = readSiteUrl(process.env['SITE_URL'] || 'http://localhost:4173/')

function readSiteUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(`SITE_URL is “${text}”. It has to be a whole address, such as https://example.org/interviews/.`)
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname.replace(/\/?$/, '/')}`
}

export default defineConfig({
  base: new URL(siteUrl).pathname,
  plugins: [react(), prerenderPlugin({ siteUrl })],
  // Its package names the build with warnings alone (7.18.5, 2026-11): half a kilobyte that no reader needs.
  resolve: {
    alias: [
      {
        find: /^react-router$/,
        replacement: fileURLToPath(import.meta.resolve('react-router').replace('/development/', '/production/')),
      },
    ],
  },
  css: {
    modules: {
      // Readable and short: a component's file has its own name, so no hash is needed to keep classes apart.
      generateScopedName: (name, file) => `${basename(file.replace(/\?.*/, ''), '.module.css')}-${name}`,
    },
  },
  // light-dark() and nesting are left to the browser: what the design needs is in all of these.
  build: { target: ['chrome123', 'firefox128', 'safari17.5'], assetsInlineLimit: 0 },
})
