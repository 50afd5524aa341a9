import type { StateCreator } from 'zustand'
import type { Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

/** What the player has to say after an action, in one sentence. */
export type Notice =
  | { readonly kind: 'copied'; readonly what: string }
  /** The browser refused its clipboard: the text is shown, to be copied by hand. */
  | { readonly kind: 'refused'; readonly text: string }

export interface NoticeSlice {
  readonly notice: Notice | null
  /** Copies a text, and says so; `what` names it: "Link to answer 4". */
  copy(text: string, what: string): Promise<void>
  dismissNotice(): void
}

export const createNoticeSlice =
  ({ clipboard }: Platform): StateCreator<AppState, [], [], NoticeSlice> =>
  (set) => ({
    notice: null,
    async copy(text, what) {
      const outcome = await clipboard.write(text)
      set({ notice: outcome === 'copied' ? { kind: 'copied', what } : { kind: 'refused', text } })
    },
    dismissNotice: () => set({ notice: null }),
  })
