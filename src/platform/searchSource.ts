import { SEARCH_FOLDER } from '../domain/librarySearch/searchFolder.ts'
import type { SearchSource } from '../domain/ports.ts'

/** So many files are kept, some megabytes at most: who types on, asks for the same ones again. */
const MOST_KEPT = 200

/** The files of the search from the site at `base`, its path with a slash at both ends. What was fetched is kept for a while. */
export function searchSource(base: string): SearchSource {
  const kept = new Map<string, Promise<string>>()
  return {
    loadText(file) {
      const known = kept.get(file)
      if (known) return known
      const loading = fetchText(`${base}${SEARCH_FOLDER}/${file.split('/').map(encodeURIComponent).join('/')}`)
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(file, loading)
      loading.catch(() => kept.delete(file)) // who tries again, asks again
      return loading
    },
  }
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be fetched (${response.status}).`)
  return response.text()
}
