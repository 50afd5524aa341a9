import type { Interview } from '../../domain/interview.ts'
import { excerpt, interviewPath, pathOfPlace, type Place } from '../../domain/link.ts'
import { nearestTurn } from '../../domain/nearest.ts'
import { describePlace } from '../../state/selectors.ts'
import { useSite } from '../SiteContext.ts'
import { Nearest } from './Nearest.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { shorten } from './shorten.ts'

/** How much of the nearest turn is shown, in UTF-16 code units: enough to know whether it is the one. */
const WORDS_SHOWN = 200

/** What stands at the address of a turn or a topic that an interview does not have. */
export function MissingPlace({ interview, pathname }: { interview: Interview; pathname: string }) {
  const { base } = useSite()
  const wrong = pathname.split('/').filter(Boolean).slice(2)
  const isTopic = wrong[0] === 'topics' && wrong.length > 1
  const name = shorten(wrong.slice(isTopic ? 1 : 0).join('/'))
  const turn = nearestTurn(interview, name)
  const place: Place | null = turn && { kind: 'turn', turn: turn.id }
  return (
    <NotFoundPage
      says={`This interview has no ${isTopic ? 'topic' : 'turn'} called “${name}”.`}
      crumbs={[interview.publication, interview.shortTitle].filter(Boolean)}
    >
      {place && turn ? (
        <Nearest
          label="The nearest turn"
          href={base + pathOfPlace(interview, place).slice(1)}
          name={describePlace(interview, place)}
          words={excerpt(turn, WORDS_SHOWN)}
          language={interview.language}
        />
      ) : (
        <Nearest
          label="The interview"
          href={base + interviewPath(interview.id).slice(1)}
          name={interview.shortTitle}
          words={interview.summary}
          language={interview.language}
        />
      )}
      {interview.topics.length > 0 && (
        <p>
          Its topics:{' '}
          {interview.topics.map(({ id, label }, position) => (
            <span key={id}>
              {position > 0 && ', '}
              <a href={base + pathOfPlace(interview, { kind: 'topic', topic: id }).slice(1)}>
                <bdi>{label}</bdi>
              </a>
            </span>
          ))}
        </p>
      )}
    </NotFoundPage>
  )
}
