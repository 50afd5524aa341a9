import type { StateCreator } from 'zustand'
import type { Copied, Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

/** What the player has to say after an action, in one sentence; `number` counts the notices of a page. */
export type Notice =
  | { readonly kind: 'copied'; readonly what: string; readonly number: number }
  /** A sentence about what happens otherwise than expected. */
  | { readonly kind: 'told'; readonly says: string; readonly number: number }
  /** The browser refused its clipboard: the text is shown, to be copied by hand. */
  | { readonly kind: 'refused'; readonly text: string; readonly number: number }

export interface NoticeSlice {
  readonly notice: Notice | null
  /** Copies a text, and says so; `what` names it: "Link to answer 4". */
  copy(copied: Copied, what: string): Promise<void>
  tell(says: string): void
  dismissNotice(): void
}

export const createNoticeSlice =
  ({ clipboard }: Platform): StateCreator<AppState, [], [], NoticeSlice> =>
  (set) => {
    let number = 0
    return {
      notice: null,
      async copy(copied, what) {
        const outcome = await clipboard.write(copied)
        number += 1
        set({
          notice:
            outcome === 'copied' ? { kind: 'copied', what, number } : { kind: 'refused', text: copied.text, number },
        })
      },
      tell(says) {
        number += 1
        set({ notice: { kind: 'told', says, number } })
      },
      dismissNotice: () => set({ notice: null }),
    }
  }
