/** How often a list is looked at that no event tells of, in ms: Safari has no `voiceschanged`. */
const LOOK_MS = 250

export interface VoiceList {
  /** Those that are known by now. */
  voices(): readonly SpeechSynthesisVoice[]
  /**
   * Calls back as soon as `isThere` holds, and at the latest when the list is so many ms old; at once when it is. Returns
   * the way to stop it.
   */
  whenThere(isThere: () => boolean, patience: number, act: () => void): () => void
  /** Calls back when the list has changed; returns the way to stop it. */
  subscribe(onChange: () => void): () => void
}

/** The browser's voices, which many browsers have only some time after they are asked for them. */
export function voiceList(synthesis: SpeechSynthesis): VoiceList {
  let known: readonly SpeechSynthesisVoice[] = synthesis.getVoices() // asking makes browsers fetch the list
  const asked = performance.now()
  const voices = () => {
    if (known.length === 0) known = synthesis.getVoices()
    return known
  }
  return {
    voices,
    whenThere(isThere, patience, act) {
      const isOver = () => isThere() || performance.now() - asked >= patience
      let look: ReturnType<typeof setInterval> | undefined
      if (isOver()) act()
      else
        look = setInterval(() => {
          if (!isOver()) return
          clearInterval(look)
          act()
        }, LOOK_MS)
      return () => clearInterval(look)
    },
    subscribe(onChange) {
      const handleChange = () => {
        known = synthesis.getVoices()
        onChange()
      }
      // Old Safari's speechSynthesis is no EventTarget.
      if (typeof synthesis.addEventListener !== 'function') return () => {}
      synthesis.addEventListener('voiceschanged', handleChange)
      return () => synthesis.removeEventListener('voiceschanged', handleChange)
    },
  }
}
