import type { Interview, InterviewId, TopicId } from '../domain/interview.ts'
import type { LibraryEntry } from '../domain/library.ts'
import { MAX_WHOLE_TURNS, type MentionPlace, type PartStart } from '../domain/part.ts'
import type { PartSources, SearchSource } from '../domain/ports.ts'

interface NetworkOptions {
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The address may name an interview that does not exist: ask the library first, not the server for a missing file. */
  readonly mayBeUnknown: boolean
  /** The interview that the page was made for, and which part of it, null where it is whole; null for other pages. */
  readonly page: { readonly id: string; readonly part: number | null } | null
}

interface NetworkSources {
  loadInterview(id: string): Promise<Interview | null>
  loadLibrary(): Promise<readonly LibraryEntry[]>
  readonly parts: PartSources
  openSearch(): Promise<SearchSource>
}

/** What could not be fetched is asked for again after this long at the earliest, in milliseconds. */
const TRY_AGAIN_MS = 2000

/** Interviews and the library from the files that the build wrote, each fetched once. */
export function networkSources({ base, mayBeUnknown, page }: NetworkOptions): NetworkSources {
  const kept = new Map<string, Promise<unknown>>()
  const once = <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key) as Promise<Value> | undefined // a key has one kind of value
    if (known) return known
    const loading = settling(load())
    kept.set(key, loading)
    // Kept for a while, so that the page that waits for it can say so instead of asking without end.
    loading.catch(() => setTimeout(() => kept.delete(key), TRY_AGAIN_MS))
    return loading
  }
  const fetchOnce = (file: string) => once(file, () => fetchJson(`${base}interviews/${file}`))
  const loadLibrary = () => fetchOnce('index.json') as Promise<readonly LibraryEntry[]> // written by our own build
  const inFolder = (id: InterviewId, file: string) => fetchOnce(`${encodeURIComponent(id)}/${file}`)
  // All of these are written by our own build.
  const parts: PartSources = {
    loadPart: (id, number) => inFolder(id, `parts/${number}.json`) as Promise<Interview>,
    loadStarts: (id) => inFolder(id, 'parts/index.json') as Promise<readonly PartStart[]>,
    loadMentions: (id: InterviewId, topic: TopicId) =>
      inFolder(id, `mentions/${encodeURIComponent(topic)}.json`) as Promise<readonly MentionPlace[]>,
  }
  /** Which part of an interview to begin with; null for one that is whole. Of one that there is not, nothing. */
  const partOf = async (id: string): Promise<number | null | undefined> => {
    if (page?.id === id && (page.part !== null || !mayBeUnknown)) return page.part
    const entry = (await loadLibrary()).find((each) => each.id === id)
    return entry && (entry.turns > MAX_WHOLE_TURNS ? 1 : null)
  }
  return {
    loadLibrary,
    parts,
    openSearch: () => once('search', async () => (await import('./searchSource.ts')).searchSource(base)),
    loadInterview: (id) =>
      once(`interview ${id}`, async () => {
        const part = await partOf(id)
        if (part === undefined) return null
        if (part !== null) return parts.loadPart(id as InterviewId, part) // it is one of the library
        return (await fetchJson(`${base}interviews/${encodeURIComponent(id)}.json`)) as Interview // by our own build
      }),
  }
}

/**
 * Notes on a promise itself how it ended, as React does on those that it has waited for: a page whose data is there
 * already is drawn at once (https://react.dev/reference/react/use).
 */
function settling<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => void Object.assign(promise, { status: 'fulfilled', value }),
    // Nothing is handed on: a promise that is rejected would be, by one that nobody looks at.
    (reason: unknown) => void Object.assign(promise, { status: 'rejected', reason }),
  )
  return promise
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) {
    const reason = response.headers.get('content-type')?.startsWith('text/plain') ? await response.text() : null
    throw new Error(reason ?? `${url} could not be fetched (${response.status}).`)
  }
  return response.json()
}
