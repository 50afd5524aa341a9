import { useEffect, useState } from 'react'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { marksKeeper, type MarksKeeper } from './marksKeeper.ts'

/** What changes the reader's marks; null until they are loaded. */
export function useMarksKeeper(): MarksKeeper | null {
  const store = useAppStore()
  const [keeper, setKeeper] = useState<MarksKeeper | null>(null)
  useEffect(() => {
    let isWanted = true
    void marksKeeper(store).then((opened) => isWanted && setKeeper(opened))
    return () => {
      isWanted = false
    }
  }, [store])
  return keeper
}
