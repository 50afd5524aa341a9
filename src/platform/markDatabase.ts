import { isMark, readMark } from '../domain/marks/readMark.ts'
import type { MarkStore, MarkToKeep, MarkTrouble } from '../domain/marks/markStore.ts'
import { mergedMark } from '../domain/marks/mergeMarks.ts'

const VERSION = 1
const MARKS = 'marks'

/**
 * Marks in the browser's own database (IndexedDB), a record for each, so that two tabs never write over each other's. Every
 * change is told to the other tabs of the site (BroadcastChannel).
 */
export function markDatabase(name: string): MarkStore {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
  let opening: Promise<IDBDatabase> | null = null

  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name, VERSION)
      request.addEventListener('upgradeneeded', () => void request.result.createObjectStore(MARKS, { keyPath: 'id' }))
      request.addEventListener('success', () => {
        const database = request.result
        // A newer version of the program in another tab may change it: this one opens it anew when it needs it.
        database.addEventListener('versionchange', () => {
          database.close()
          opening = null
        })
        done(database)
      })
      request.addEventListener('error', () => fail(request.error ?? new Error(`${name} could not be opened`)))
      request.addEventListener('blocked', () => fail(new Error(`${name} is held by another tab`)))
    })
    opening.catch(() => (opening = null))
    return opening
  }

  /** Runs one transaction; resolves when all of it is kept, or with what went wrong. */
  const write = async (
    act: (marks: IDBObjectStore, fail: (error: unknown) => void) => void,
  ): Promise<MarkTrouble | null> => {
    try {
      const database = await open()
      await new Promise<void>((done, fail) => {
        const transaction = database.transaction(MARKS, 'readwrite')
        transaction.addEventListener('complete', () => done())
        transaction.addEventListener('abort', () => fail(transaction.error ?? new Error(`nothing was kept in ${name}`)))
        try {
          act(transaction.objectStore(MARKS), (error) => {
            fail(error)
            transaction.abort()
          })
        } catch (error) {
          fail(error)
        }
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origins
      channel?.postMessage('changed')
      return null
    } catch (error) {
      return troubleOf(error)
    }
  }

  return {
    async readAll() {
      try {
        const database = await open()
        const kept = await requested(database.transaction(MARKS).objectStore(MARKS).getAll())
        const marks = kept.map(readMark).filter(isMark)
        return { marks, trouble: marks.length < kept.length ? 'corrupt' : null }
      } catch (error) {
        return { marks: [], trouble: troubleOf(error) }
      }
    },
    put: (toKeep) =>
      write((marks, fail) => {
        for (const each of toKeep) {
          const request = marks.get(each.mark.id)
          request.addEventListener('success', () => {
            try {
              putMerged(marks, request.result, each)
            } catch (error) {
              fail(error)
            }
          })
        }
      }),
    remove: (ids) =>
      write((marks) => {
        for (const id of ids) marks.delete(id)
      }),
    subscribe(onChange) {
      channel?.addEventListener('message', onChange)
      return () => channel?.removeEventListener('message', onChange)
    },
  }
}

function putMerged(marks: IDBObjectStore, kept: unknown, toKeep: MarkToKeep): void {
  const read = readMark(kept)
  if (kept !== undefined && !isMark(read)) return // what cannot be read is not written over
  marks.put(mergedMark(isMark(read) ? read : null, toKeep))
}

function requested<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('the database could not be read')))
  })
}

/** What an error of the database means (IndexedDB 3.0, exceptions). */
function troubleOf(error: unknown): MarkTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'VersionError') return 'newer'
  return name === 'QuotaExceededError' ? 'full' : 'blocked'
}
