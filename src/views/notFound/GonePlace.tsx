import type { Interview } from '../../domain/interview.ts'
import type { GoneTurn } from '../../domain/ledger/goneTurns.ts'
import { excerpt, interviewPath, pathOfPlace } from '../../domain/link.ts'
import { describePlace } from '../../state/selectors.ts'
import { useSite } from '../SiteContext.ts'
import { Nearest } from './Nearest.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** How much of a turn near by is shown, in UTF-16 code units: enough to know whether it is the one. */
const WORDS_SHOWN = 200

const LABELS = { before: 'What stands before it', after: 'What stands after it', may: 'It may be this turn' }

/** What stands at the address of a turn that was taken out of its interview: its last words, and the turns near by. */
export function GonePlace({ interview, gone: { entry, near } }: { interview: Interview; gone: GoneTurn }) {
  const { base } = useSite()
  const isUnsure = near.some(({ where }) => where === 'may')
  return (
    <NotFoundPage
      title={isUnsure ? 'Changed' : 'Removed'}
      says={isUnsure ? 'This turn was changed after it was published.' : 'This turn was removed from the interview.'}
      crumbs={[interview.publication, interview.shortTitle].filter(Boolean)}
    >
      {entry.text !== '' && (
        <blockquote lang={interview.language}>
          <p>
            <bdi>{entry.speaker}</bdi>, as it was published:
          </p>
          {entry.text.split('\n\n').map((paragraph, position) => (
            // Paragraphs of a turn that is gone never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={position} dir="auto">
              {paragraph}
            </p>
          ))}
        </blockquote>
      )}
      {near.map(({ where, turn }) => {
        const place = { kind: 'turn', turn: turn.id } as const
        return (
          <Nearest
            key={turn.id}
            label={LABELS[where]}
            href={base + pathOfPlace(interview, place).slice(1)}
            name={describePlace(interview, place)}
            words={excerpt(turn, WORDS_SHOWN)}
            language={interview.language}
          />
        )
      })}
      <p>
        <a href={base + interviewPath(interview.id).slice(1)}>The whole interview</a>
      </p>
    </NotFoundPage>
  )
}
