import { turnAt, type Interview, type TurnId } from '../../../domain/interview.ts'
import { turnById } from '../../../domain/link.ts'
import { makeMark } from '../../../domain/marks/makeMark.ts'
import type { Mark } from '../../../domain/marks/mark.ts'
import type { TurnRange } from '../../../state/linkSlice.ts'
import type { MarkWish } from '../../../state/marksSlice.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import type { AppStore } from '../../../state/store.ts'
import { marksKeeper } from '../../marks/marksKeeper.ts'
import { sayMarkTrouble } from '../../marks/markTroubles.ts'
import { rangesOfSelection } from '../textRanges.ts'

/** Makes the marks that the reader wants, says so, and opens the note of one that is to have one. */
export async function fulfilWish(store: AppStore, interview: Interview, wish: MarkWish): Promise<void> {
  const ranges = wish.turn === null && wish.what !== 'keep' ? selectedRanges(interview) : []
  // At once: what is selected still when the next key is pressed would be what that key means.
  if (ranges.length > 0) window.getSelection()?.removeAllRanges()
  const keeper = await marksKeeper(store)
  const state = store.getState()
  const current = selectCurrentTurn(state)
  const turn = wish.turn ?? (current === null ? null : turnAt(interview, current).id)
  if (wish.what === 'highlight' && ranges.length === 0) return state.tell('Select the words to highlight.')
  if (ranges.length === 0 && turn === null) {
    state.writeNote(null)
    return state.tell('Go to a turn to mark it.')
  }
  const kept = wish.what === 'keep' ? keptMark(state.marks ?? [], interview, turn) : null
  if (kept) {
    await keeper.remove([kept.id])
    return state.tell('No longer kept.')
  }
  const marks =
    ranges.length > 0 ? ranges.map((range) => newMark(interview, range.turn, range)) : [newMark(interview, turn, null)]
  const there = marks.map((mark) => mark && sameMark(state.marks ?? [], mark))
  if (wish.what === 'highlight' && there.every((mark) => mark)) {
    await keeper.remove(there.flatMap((mark) => (mark ? [mark.id] : [])))
    return state.tell('No longer highlighted.')
  }
  await keeper.put(marks.filter((mark, index) => mark !== null && !there[index]) as Mark[]) // none is null
  const { markTrouble, tell, writeNote, openTool, typedAhead, typeAhead } = store.getState()
  if (wish.what === 'note') {
    writeNote((there[0] ?? marks[0])?.id ?? null)
    openTool('marks')
    typeAhead(typedAhead)
  }
  if (markTrouble && markTrouble !== 'corrupt') tell(sayMarkTrouble(markTrouble))
  else if (wish.what !== 'note') tell(wish.what === 'keep' ? 'Kept.' : 'Highlighted.')
}

function keptMark(marks: readonly Mark[], interview: Interview, turn: TurnId | null): Mark | undefined {
  return marks.find((mark) => mark.interview === interview.id && mark.turn === turn && mark.quote === null)
}

/** The mark of the same words, or of the same turn, that is there already. */
function sameMark(marks: readonly Mark[], { interview, turn, quote }: Mark): Mark | undefined {
  return marks.find(
    (each) =>
      each.interview === interview && each.turn === turn && JSON.stringify(each.quote) === JSON.stringify(quote),
  )
}

function newMark(interview: Interview, id: TurnId | null, range: TurnRange | null): Mark | null {
  const turn = id === null ? null : turnById(interview, id)
  const now = new Date().toISOString()
  return turn && makeMark(interview, { turn, range, note: '', id: crypto.randomUUID(), now })
}

function selectedRanges(interview: Interview): TurnRange[] {
  const selection = window.getSelection()
  const transcript = document.getElementById('main_text')
  if (!selection || selection.isCollapsed || !transcript) return []
  return rangesOfSelection(interview, transcript, selection.getRangeAt(0))
}
