import type { FullScreen } from '../domain/ports.ts'

/** Whether full screen is still wanted: it may be left while the system is still on its way there. */
let isWanted = false
let stopListening = () => {}

/** The system's full screen (WHATWG Fullscreen); iPhones have none for pages. */
export const systemFullScreen: FullScreen = {
  enter(onLeft) {
    const page = document.documentElement
    if (typeof page.requestFullscreen !== 'function') return
    const handleChange = () => {
      if (document.fullscreenElement) {
        if (!isWanted) exit()
        return
      }
      stopListening()
      if (isWanted) onLeft()
    }
    stopListening()
    stopListening = () => document.removeEventListener('fullscreenchange', handleChange)
    document.addEventListener('fullscreenchange', handleChange)
    isWanted = true
    page.requestFullscreen().catch(stopListening) // refused: the page stays in its window
  },
  leave() {
    isWanted = false
    exit()
  },
}

function exit(): void {
  if (document.fullscreenElement)
    document.exitFullscreen().catch(() => {
      // It has ended in the meantime.
    })
}
