import { Lede } from '../../components/Lede/Lede.tsx'
import { NoticeBar } from '../../components/NoticeBar/NoticeBar.tsx'
import { RecordingMedia } from '../../components/RecordingMedia/RecordingMedia.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { Transcript } from '../../components/Transcript/Transcript.tsx'
import { TurnLink } from '../../components/TurnLink/TurnLink.tsx'
import { textDirection, type Interview, type TurnId } from '../../domain/interview.ts'
import { interviewPath, turnOfPlace, type Place } from '../../domain/link.ts'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { pageTexts } from './pageTexts.ts'
import styles from './Player.module.css'

/** Where the text goes on. */
export interface Around {
  /** The turn whose page holds what stands before; null at the beginning. */
  readonly earlier: TurnId | null
  readonly later: TurnId | null
  /** The page, by its path from the site’s root, that holds the whole interview or its part; null where that stands here. */
  readonly more: { readonly path: string; readonly isWhole: boolean } | null
}

interface GlimpseViewProps {
  /** The turn and a few round it, or a whole part. */
  readonly interview: Interview
  readonly place: Place
  readonly around: Around
}

const NONE: ReadonlySet<string> = new Set()
const nothing = () => {}

/**
 * A page of a long interview, as it is read without the program: a turn with its question and a few turns round it, or a part,
 * at the place in the window that it has in the player, with plain links on.
 */
export function GlimpseView({ interview, place, around }: GlimpseViewProps) {
  const { base, url } = useSite()
  const current = turnOfPlace(interview, place)
  const { id, publication, shortTitle, language, recording } = interview
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
              {recording && (
                <RecordingMedia
                  kind={recording.kind}
                  address={`${base}interviews/${encodeURIComponent(recording.file)}`}
                  direction={textDirection(language)}
                  isPlaying={false}
                  onToggle={nothing}
                />
              )}
            </div>
            <TurnLink id={id} base={base} turn={around.earlier} to="earlier" />
            <Transcript
              interview={interview}
              base={base}
              current={current}
              isAtHeading={place.kind === 'topic'}
              stage={null}
              markedTurns={null}
              onShare={null}
              onCopyLink={null}
              onKeep={null}
              kept={NONE}
            />
            <TurnLink id={id} base={base} turn={around.later} to="later" />
            <footer className={styles.end} data-screen-only>
              {around.more && (
                <a href={base + around.more.path.slice(1)}>
                  {around.more.isWhole ? 'The whole interview on one page' : 'More of it on one page'}
                </a>
              )}
              <a href={`${base}interviews/${encodeURIComponent(id)}.md`}>This interview as text</a>
            </footer>
          </main>
        </div>
        {/* where it is said when the player cannot be loaded */}
        <NoticeBar
          announcement=""
          isQuiet={false}
          says={null}
          isDone={false}
          uncopied={null}
          number={0}
          onDismiss={nothing}
        />
      </div>
    </>
  )
}
