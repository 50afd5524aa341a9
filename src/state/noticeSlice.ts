import type { StateCreator } from 'zustand'
import type { Copied, Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

/** What the player has to say after an action, in one sentence. */
export type Notice =
  | { readonly kind: 'copied'; readonly what: string }
  /** The browser refused its clipboard: the text is shown, to be copied by hand. */
  | { readonly kind: 'refused'; readonly text: string }

export interface NoticeSlice {
  readonly notice: Notice | null
  /** Copies a text, and says so; `what` names it: "Link to answer 4". */
  copy(copied: Copied, what: string): Promise<void>
  dismissNotice(): void
}

export const createNoticeSlice =
  ({ clipboard }: Platform): StateCreator<AppState, [], [], NoticeSlice> =>
  (set) => ({
    notice: null,
    async copy(copied, what) {
      const outcome = await clipboard.write(copied)
      set({ notice: outcome === 'copied' ? { kind: 'copied', what } : { kind: 'refused', text: copied.text } })
    },
    dismissNotice: () => set({ notice: null }),
  })
