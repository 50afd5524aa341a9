import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** What each layer of src may import besides itself; files at the top of src are layers of their own. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  platform: ['domain'],
  state: ['domain'],
  components: ['domain'],
  views: ['components', 'state', 'domain'],
  styles: [],
  'globals.d.ts': [],
  'routes.tsx': ['views', 'domain'],
  'attend.ts': ['platform', 'state'],
  'main.tsx': ['domain', 'platform', 'state', 'components', 'views', 'styles', 'routes.tsx', 'attend.ts'],
  build: ['domain', 'state', 'components', 'views', 'styles', 'routes.tsx', 'outside'],
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const layerOf = (path: string) => (path.startsWith('src/') ? (path.split('/')[1] ?? '') : 'outside')

/** Every specifier that a module imports, re-exports or loads when needed. */
const importsOf = (file: string) =>
  Array.from(textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(.+?)\1/g), ([, , specifier = '']) => specifier)

const isPackageAllowed = (file: string, name: string) => {
  const layer = layerOf(file)
  if (layer === 'domain') return name === 'yaml' && file.startsWith('src/domain/formats/')
  if (layer === 'components') return !/^(react-router|zustand)/.test(name)
  return !name.startsWith('node:') || layer === 'build'
}

describe('architecture', () => {
  it.each(files)('%s imports only what its layer may', (file) => {
    const layer = layerOf(file)
    const allowed = mayImport[layer]
    expect(allowed, `${layer} is not in the table of layers`).toBeDefined()
    const forbidden = importsOf(file).filter((specifier) => {
      if (!specifier.startsWith('.')) return !isPackageAllowed(file, specifier)
      const target = layerOf(posix.join(posix.dirname(file), specifier))
      return target !== layer && !allowed?.includes(target)
    })
    expect(forbidden).toEqual([])
  })

  it('has no barrels: a name is imported from the module that makes it', () => {
    const barrels = files.filter((file) => /\/index\.tsx?$/.test(file) || /^export \*/m.test(textOf(file)))
    expect(barrels).toEqual([])
  })

  it('has no default exports: a thing has one name everywhere', () => {
    expect(files.filter((file) => /^export default\b|\bas default\b/m.test(textOf(file)))).toEqual([])
  })
})
