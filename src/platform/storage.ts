import type { Storage } from '../domain/ports.ts'

/** One key of what `area` opens, localStorage unless it says otherwise. Where the browser blocks it, nothing is kept and nothing breaks. */
export function storedText(key: string, area = () => localStorage): Storage {
  return {
    read() {
      try {
        return area().getItem(key)
      } catch {
        return null // blocked by the browser's settings
      }
    },
    write(text) {
      try {
        area().setItem(key, text)
      } catch {
        // blocked or full: the setting lasts for this page only, which the reader sees by themselves
      }
    },
    subscribe(onChange) {
      const handleStorage = (event: StorageEvent) => {
        if (event.key === key) onChange()
      }
      window.addEventListener('storage', handleStorage)
      return () => window.removeEventListener('storage', handleStorage)
    },
  }
}
