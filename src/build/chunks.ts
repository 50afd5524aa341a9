/**
 * Stands for Vite's own helper, which preloads styles and chunks of a dynamic import, in 0.1 kB instead of 0.8: what is loaded
 * later brings its styles, and is not shown before they are there; without them it is shown all the same. The sheet that is named
 * for index.html is there before the program draws anything.
 */
export const PRELOAD_HELPER = `const loaded = {}
const style = (file) => loaded[file] ||= new Promise((done) => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = new URL('../' + file, import.meta.url).href
  link.onload = link.onerror = done
  document.head.append(link)
})
export const __vitePreload = (program, files = []) => Promise.all([program(), ...files.filter((file) => !/\\/index-/.test(file)).map(style)]).then(([module]) => module)`

/** What the bundler knows of a module, as far as it is needed here. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/** What is loaded later as one file each, instead of one step after the other, by the folder of its views. */
const LATER = {
  sharing: '/views/interview/sharing/',
  inPlace: '/views/interview/inPlace/',
  parts: '/views/interview/parts/',
  check: '/views/interview/check/',
  search: '/views/interview/search/',
  lens: '/views/interview/lens/',
  marks: '/views/interview/marks/',
}

/** Whether a module is there for the views of a folder alone. */
function isOnlyOf(folder: string, id: string, graph: ModuleGraph, below: readonly string[] = []): boolean {
  if (id.includes(folder)) return true
  const importers = graph.getModuleInfo(id)?.importers ?? []
  const others = importers.filter((importer) => !below.includes(importer))
  return others.length > 0 && others.every((importer) => isOnlyOf(folder, importer, graph, [...below, id]))
}

/**
 * Puts all that the entry imports at once into one file; without this, what is loaded later and shares a module with the
 * entry would split that module off into a file of its own, to be fetched one step later.
 */
function nameAtOnce(): (id: string, graph: ModuleGraph) => string | null {
  const isAtOnce = new Map<string, boolean>()
  const look = (id: string, graph: ModuleGraph): boolean => {
    const known = isAtOnce.get(id)
    if (known !== undefined) return known
    isAtOnce.set(id, false) // while its importers are looked at: a circle alone leads to no entry
    const info = graph.getModuleInfo(id)
    const is = info !== null && (info.isEntry || info.importers.some((importer) => look(importer, graph)))
    isAtOnce.set(id, is)
    return is
  }
  return (id, graph) => (look(id, graph) ? 'player' : null)
}

function nameLater(id: string, graph: ModuleGraph): string | null {
  return Object.entries(LATER).find(([, folder]) => isOnlyOf(folder, id, graph))?.[0] ?? null
}

/** What is there at once is in no file that is loaded later. */
export const chunkGroups = () => [
  { name: nameAtOnce(), priority: 2, debugName: 'player' },
  { name: nameLater, priority: 1, debugName: 'later' },
]
