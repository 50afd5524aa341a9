import { LandingNote } from '../../../components/LandingNote/LandingNote.tsx'
import { writeBaggage, type Baggage } from '../../../domain/address.ts'
import { textFragment } from '../../../domain/baggage.ts'
import { partOf } from '../../../domain/exchanges.ts'
import { indexOfTurn, type Interview } from '../../../domain/interview.ts'
import { excerpt, pathOfPlace, turnById, type Place } from '../../../domain/link.ts'
import { parseQuote } from '../../../domain/quoteAddress.ts'
import type { PartsWalk } from '../../../domain/wholeOfParts.ts'
import { describePlace } from '../../../state/selectors.ts'
import type { Landing } from '../../../state/linkSlice.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { headingOfPlace } from '../landing.ts'
import { useSite } from '../../SiteContext.ts'

/** How much of a candidate is shown, in UTF-16 code units. */
const CANDIDATE_LENGTH = 90

interface LandingRegionProps {
  readonly interview: Interview
  readonly landing: Landing
  /** How far the search for it has come, while it is looked for. */
  readonly walk?: PartsWalk | null
}

/** What the player has to say about the link that led here. */
export function LandingRegion({ interview, landing, walk = null }: LandingRegionProps) {
  const { base } = useSite()
  const store = useAppStore()
  const dismiss = useApp((state) => state.dismissLanding)
  const isElsewhere = landing.kind === 'elsewhere'
  const candidates = isElsewhere ? [landing.turn] : landing.kind === 'gone' ? landing.candidates : []
  const text = ('within' in landing ? landing.within : null) ?? interview
  return (
    <LandingNote
      says={landing.kind === 'looking' ? sayLooking(walk) : sentenceOf(interview, landing)}
      then={landing.kind === 'edited' ? landing.before : landing.kind === 'gone' ? landing.words : null}
      now={landing.kind === 'edited' ? landing.now : null}
      choose={isElsewhere ? 'Go there' : 'It may be one of these'}
      candidates={candidates.flatMap((id) => {
        const turn = turnById(text, id)
        const place: Place = { kind: 'turn', turn: id }
        if (!turn) return []
        return {
          name: describePlace(text, place),
          words: excerpt(turn, CANDIDATE_LENGTH),
          href: base + pathOfPlace(text, place).slice(1) + (isElsewhere ? writtenAgain(landing.link) : ''),
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

/** What a link carried, for its turn of today. */
function writtenAgain(link: Baggage): string {
  const selector = link.quote === null ? null : parseQuote(link.quote)
  return writeBaggage(link) + textFragment(selector?.exact ?? '')
}

function sayLooking(walk: PartsWalk | null): string {
  const far = walk ? `, in ${walk.parts.length + walk.missing.length} of ${walk.of} parts so far` : ''
  return `Looking for what this link points at${far} …`
}

function sentenceOf(interview: Interview, landing: Exclude<Landing, { kind: 'looking' }>): string {
  if (landing.kind === 'edited') {
    if (landing.before !== null) return 'These words were edited after the link was made.'
    const index = indexOfTurn(interview, landing.turn) ?? 0
    const { role, number } = partOf(interview, index)
    const name = number === null ? 'turn' : role === 'guest' ? 'answer' : 'question'
    return `This ${name} was edited after the link was made.`
  }
  if (landing.kind === 'elsewhere') return 'What this link points at is in another part of the interview.'
  if (landing.kind === 'gone' && landing.unseen !== undefined)
    return `What this link points at cannot be told: ${landing.unseen === 1 ? 'a part' : `${landing.unseen} parts`} of the interview could not be fetched.`
  if (landing.kind === 'gone')
    return 'What this link pointed at is no longer in the interview, or cannot be told for sure.'
  return 'Part of this link is damaged and was left aside.'
}
