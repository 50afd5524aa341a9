import { Lede } from '../../components/Lede/Lede.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { Transcript } from '../../components/Transcript/Transcript.tsx'
import { TurnLink } from '../../components/TurnLink/TurnLink.tsx'
import type { Interview, TurnId } from '../../domain/interview.ts'
import { interviewPath, turnOfPlace, type Place } from '../../domain/link.ts'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { pageTexts } from './pageTexts.ts'
import styles from './Player.module.css'

interface GlimpseViewProps {
  /** The turn and a few round it. */
  readonly interview: Interview
  readonly place: Place
  /** The turns before and behind them, and the first of their part; null where there is none. */
  readonly around: { readonly earlier: TurnId | null; readonly later: TurnId | null; readonly part: TurnId }
}

/**
 * The page of a turn in a long interview, as it is read without the program: the turn with its question and a few turns round
 * it, at the place in the window that they have in the player, with plain links on.
 */
export function GlimpseView({ interview, place, around }: GlimpseViewProps) {
  const { base, url } = useSite()
  const current = turnOfPlace(interview, place)
  const { id, publication, shortTitle } = interview
  return (
    <>
      <PageHead {...pageTexts(interview, place)} />
      <div>
        <SiteHeader home={base} crumbs={[publication, shortTitle].filter(Boolean)} />
        <div className={styles.frame}>
          <div />
          <main id="main_text" className={styles.main}>
            <div className={styles.lede}>
              <Lede interview={interview} base={base} address={url + interviewPath(id).slice(1)} isShort />
            </div>
            <TurnLink id={id} base={base} turn={around.earlier} to="earlier" />
            <Transcript
              interview={interview}
              base={base}
              current={current}
              isAtHeading={false}
              stage={null}
              mark={null}
              onShare={nothing}
              onCopyLink={nothing}
            />
            <TurnLink id={id} base={base} turn={around.later} to="later" />
            <footer className={styles.end} data-screen-only>
              <a href={`${base}${interviewPath(id).slice(1)}${encodeURIComponent(around.part)}/`}>
                More of it on one page
              </a>
              <a href={`${base}interviews/${encodeURIComponent(id)}.md`}>This interview as text</a>
            </footer>
          </main>
        </div>
      </div>
    </>
  )
}

/** There is no program yet that could do it. */
function nothing() {}
