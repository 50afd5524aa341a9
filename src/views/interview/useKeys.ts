import { useEffect } from 'react'
import { textDirection } from '../../domain/interview.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { sectionOf } from '../../domain/topics.ts'
import { commandOfKey, type Command } from './keyCommands.ts'

/** Where keys belong to what has the focus. A summary and a button have Enter and Space only, which are not ours. */
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role="slider"], [role="menu"], [popover], dialog'

interface KeyActions {
  copyLink(): void
  showKeys(): void
  togglePlay(): void
  showPlayingOptions(): void
  showLenses(): void
}

/** Steps, jumps and copies by key, for as long as the player is there. */
export function useKeys(actions: KeyActions): void {
  const store = useAppStore()
  useEffect(() => {
    const act = (command: Command) => {
      const state = store.getState()
      switch (command.does) {
        case 'stepTurn':
        case 'stepAnswer':
        case 'stepSentence':
        case 'jumpSection':
        case 'stepRate':
        case 'stepVolume':
          return state[command.does](command.by)
        case 'stepToEnd':
          return state.stepToEnd(command.end)
        case 'jumpTopic':
          return state.jumpTopic(command.number)
        case 'jumpMention': {
          const current = selectCurrentTurn(state)
          const topic = state.interview && current !== null ? sectionOf(state.interview, current).topic : null
          return topic ? state.jumpMention(topic, command.by) : undefined
        }
        case 'pause':
        case 'playAgain':
        case 'toggleMuted':
          return state[command.does]()
        case 'openTool':
          return state.openTool(command.tool)
        case 'mark':
          return state.wishMark({ what: command.what, turn: null })
        case 'toggleFocus':
          return state.setFocused(!state.isFocused)
        case 'copyLink':
        case 'togglePlay':
        case 'showKeys':
        case 'showPlayingOptions':
        case 'showLenses':
          return actions[command.does]()
      }
    }
    const handleKeyDown = (event: KeyboardEvent) => {
      const { interview, preferences } = store.getState()
      if (!interview || event.defaultPrevented || event.isComposing) return
      const focus = document.activeElement
      // Whoever goes on typing while a tool is loaded, or a note made, means the tool or the note.
      const { tool, noteInHand, closeTool, typeAhead } = store.getState()
      if (noteInHand === '' || (tool && document.querySelector('[data-margin-place]') === null)) {
        if (event.key === 'Escape') closeTool()
        if (event.key.length !== 1 || hasModifier(event)) return
        event.preventDefault()
        return typeAhead(event.key)
      }
      const command = commandOfKey({
        key: event.key,
        hasModifier: hasModifier(event),
        hasShift: event.shiftKey,
        isElsewhere:
          Boolean(focus?.closest(event.key === ' ' ? `${ELSEWHERE}, button, summary, a` : ELSEWHERE)) ||
          document.querySelector('dialog[open]') !== null,
        hasSelection: !(window.getSelection()?.isCollapsed ?? true),
        isRtl: textDirection(interview.language) === 'rtl',
        hasCharacterKeys: preferences.hasCharacterKeys,
        isPlaying: selectIsPlaying(store.getState()),
      })
      if (!command) return
      event.preventDefault()
      act(command)
    }
    window.addEventListener('keydown', handleKeyDown)
    return () => window.removeEventListener('keydown', handleKeyDown)
  }, [store, actions])
}

/** AltGr (which Windows reports as Ctrl and Alt) and Option make brackets on many keyboards. */
function hasModifier({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  const isMadeByAlt = altKey && /^[[\]?]$/.test(key)
  return metaKey || (!isMadeByAlt && (ctrlKey || altKey))
}
