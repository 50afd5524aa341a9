import type { StateCreator } from 'zustand'
import type { AppState } from './store.ts'

/** What stands beside the text when it is asked for, one at a time. */
export type ToolName = 'search' | 'check' | 'marks'

export interface ToolSlice {
  /** The tool that is open; `request` counts the times that it was asked for, so that asking again is another time. */
  readonly tool: { readonly name: ToolName; readonly request: number } | null
  /** What was typed for the search or a note while it was still loaded; for the check it is part of the quotation. */
  readonly typedAhead: string
  /** The quotation that is checked, kept while the reader goes from one interview to all of them. */
  readonly quotation: string
  openTool(name: ToolName): void
  closeTool(): void
  typeAhead(text: string): void
  setQuotation(quotation: string): void
}

export const createToolSlice: StateCreator<AppState, [], [], ToolSlice> = (set, get) => ({
  tool: null,
  typedAhead: '',
  quotation: '',
  openTool(name) {
    get().setFocused(false) // nothing stands beside the exchange there
    set(({ tool }) => ({ tool: { name, request: (tool?.request ?? 0) + 1 }, sharing: null, typedAhead: '' }))
  },
  closeTool: () => set({ tool: null }),
  typeAhead: (text) =>
    set(({ tool, quotation, typedAhead }) =>
      tool?.name === 'check' ? { quotation: quotation + text } : { typedAhead: typedAhead + text },
    ),
  setQuotation: (quotation) => set({ quotation }),
})
