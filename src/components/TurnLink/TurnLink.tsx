import type { InterviewId, TurnId } from '../../domain/interview.ts'
import { pathOfPlace } from '../../domain/link.ts'
import styles from './TurnLink.module.css'

interface TurnLinkProps {
  readonly id: InterviewId
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** Where the text goes on; null where it does not, and nothing is shown. */
  readonly turn: TurnId | null
  readonly to: 'earlier' | 'later'
}

/** Above and below the turns of a long interview that are on a page: where it goes on. */
export function TurnLink({ id, base, turn, to }: TurnLinkProps) {
  if (turn === null) return null
  return (
    <p className={styles.way} data-screen-only>
      <a href={base + pathOfPlace({ id }, { kind: 'turn', turn }).slice(1)} rel={to === 'later' ? 'next' : 'prev'}>
        {to === 'later' ? 'Later in this interview' : 'Earlier in this interview'}
      </a>
    </p>
  )
}
