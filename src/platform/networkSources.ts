import type { Interview } from '../domain/interview.ts'
import type { LibraryEntry } from '../domain/library.ts'

interface NetworkOptions {
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The address may name an interview that does not exist: ask the library first, not the server for a missing file. */
  readonly mayBeUnknown: boolean
}

interface NetworkSources {
  loadInterview(id: string): Promise<Interview | null>
  loadLibrary(): Promise<readonly LibraryEntry[]>
}

/** Interviews and the library from the files that the build wrote, each fetched once. */
export function networkSources({ base, mayBeUnknown }: NetworkOptions): NetworkSources {
  const kept = new Map<string, Promise<unknown>>()
  const fetchOnce = (file: string): Promise<unknown> => {
    let loading = kept.get(file)
    if (!loading) {
      loading = fetchJson(`${base}interviews/${file}`)
      kept.set(file, loading)
      loading.catch(() => kept.delete(file)) // the next try asks again
    }
    return loading
  }
  const loadLibrary = () => fetchOnce('index.json') as Promise<readonly LibraryEntry[]> // written by our own build
  return {
    loadLibrary,
    async loadInterview(id) {
      if (mayBeUnknown && !(await loadLibrary()).some((entry) => entry.id === id)) return null
      return fetchOnce(`${encodeURIComponent(id)}.json`) as Promise<Interview> // written by our own build
    },
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) {
    const reason = response.headers.get('content-type')?.startsWith('text/plain') ? await response.text() : null
    throw new Error(reason ?? `${url} could not be fetched (${response.status}).`)
  }
  return response.json()
}
