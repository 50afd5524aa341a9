import { useEffect, useState } from 'react'

/** How often it is looked again, in milliseconds. */
const AGAIN_MS = 50

/** Whether React has taken over all of the text: it does so chunk by chunk, and expects each as it was made. */
export function useIsTextLive(): boolean {
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    const look = () => {
      const chunks = new Set(
        [...document.querySelectorAll('#main_text article')].map(({ parentElement }) => parentElement),
      )
      if ([...chunks].every((chunk) => chunk?.dataset['live'] !== undefined)) setLive(true)
      else timer = setTimeout(look, AGAIN_MS)
    }
    let timer = setTimeout(look)
    return () => clearTimeout(timer)
  }, [])
  return isLive
}
