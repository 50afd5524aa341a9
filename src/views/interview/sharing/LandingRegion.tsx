import { LandingNote } from '../../../components/LandingNote/LandingNote.tsx'
import { partOf } from '../../../domain/exchanges.ts'
import { indexOfTurn, type Interview } from '../../../domain/interview.ts'
import { excerpt, pathOfPlace, turnById, type Place } from '../../../domain/link.ts'
import { describePlace } from '../../../state/selectors.ts'
import type { Landing } from '../../../state/linkSlice.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { headingOfPlace } from '../landing.ts'
import { useSite } from '../../SiteContext.ts'

/** How much of a candidate is shown, in UTF-16 code units. */
const CANDIDATE_LENGTH = 90

/** What the player has to say about the link that led here. */
export function LandingRegion({ interview, landing }: { interview: Interview; landing: Landing }) {
  const { base } = useSite()
  const store = useAppStore()
  const dismiss = useApp((state) => state.dismissLanding)
  const candidates = landing.kind === 'gone' ? landing.candidates : []
  return (
    <LandingNote
      says={sentenceOf(interview, landing)}
      then={landing.kind === 'edited' ? landing.before : landing.kind === 'gone' ? landing.words : null}
      now={landing.kind === 'edited' ? landing.now : null}
      candidates={candidates.flatMap((id) => {
        const turn = turnById(interview, id)
        const place: Place = { kind: 'turn', turn: id }
        if (!turn) return []
        return {
          name: describePlace(interview, place),
          words: excerpt(turn, CANDIDATE_LENGTH),
          href: base + pathOfPlace(interview, place).slice(1),
        }
      })}
      language={interview.language}
      onDismiss={() => {
        dismiss()
        const heading = headingOfPlace(store.getState().visit.place) ?? document.querySelector('h1')
        heading?.focus({ preventScroll: true })
      }}
    />
  )
}

function sentenceOf(interview: Interview, landing: Landing): string {
  if (landing.kind === 'edited') {
    if (landing.before !== null) return 'These words were edited after the link was made.'
    const index = indexOfTurn(interview, landing.turn) ?? 0
    const { role, number } = partOf(interview, index)
    const name = number === null ? 'turn' : role === 'guest' ? 'answer' : 'question'
    return `This ${name} was edited after the link was made.`
  }
  if (landing.kind === 'gone')
    return 'What this link pointed at is no longer in the interview, or cannot be told for sure.'
  return 'Part of this link is damaged and was left aside.'
}
