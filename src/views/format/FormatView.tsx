import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import { useKeptScroll } from '../useKeptScroll.ts'
import example from './example.md?raw'
import styles from './FormatView.module.css'

const RULES: readonly (readonly [rule: string, says: string])[] = [
  ['The file', 'A text file in UTF-8 in public/interviews/. Its name, without .md, is the interview’s address.'],
  [
    'Front matter',
    'Between two lines of three hyphens, in YAML: title and language, and where you have them short-title, publication, summary, recording, captions, speakers and topics.',
  ],
  [
    'Speakers',
    'label is how the text names them before each turn, role is interviewer or guest; name and about are shown beside the title. Without a list, speakers are found in the text.',
  ],
  [
    'Topics',
    'id is the topic’s address, label its name, words are what mentions it elsewhere in the interview: whole words, whatever their case.',
  ],
  [
    'Headings',
    '## Heading {#id} opens a topic, ## Heading without an id opens turns of no topic, and ## Heading {.background} holds what stands before the interview.',
  ],
  [
    'Turns',
    'A paragraph that begins with a speaker’s label and a colon is a turn; the paragraphs after it belong to it. **Label:**, LABEL: and a full-width colon are read the same. A backslash before a label or a heading makes it plain text.',
  ],
  [
    'Addresses',
    'A turn’s address is made of its words, and stays when they change. Label {#id}: gives a turn an address of your own: words joined by hyphens.',
  ],
  [
    'Recording',
    'recording: talk.mp3 names an audio or video file that lies beside the interview. Then a time in brackets says when a turn begins: Label [00:01:32]: or Label: [00:01:32]. Turns without one are put between the others.',
  ],
  [
    'Captions',
    'Instead of times at turns, a WebVTT file beside the interview can say when each word is said. It is named by captions: talk.vtt, or called as the recording or the interview. Its words are compared with the text, which stays as it is; nine of ten have to be the same.',
  ],
  ['Text', 'Everything else is plain text and stands as typed: * _ [ < and & mean nothing.'],
]

/** How an interview is written: the rules, and a whole example. */
export function FormatView() {
  const { base } = useSite()
  useKeptScroll()
  return (
    <>
      <PageHead
        title="How to write an interview · Colloquy"
        description="The text format of an interview: front matter, speakers, topics and turns, with a whole example."
        path="/format/"
      />
      <SiteHeader home={base} crumbs={['How to write an interview']}>
        <SiteTools />
      </SiteHeader>
      <main id="main_text" className={styles.page}>
        <h1 className={styles.heading} tabIndex={-1}>
          How to write an interview
        </h1>
        <dl>
          {RULES.map(([rule, says]) => (
            <div key={rule} className={styles.rule}>
              <dt className={styles.name}>{rule}</dt>
              <dd className={styles.says}>{says}</dd>
            </div>
          ))}
        </dl>
        <h2 className={styles.subheading}>A whole example</h2>
        {/* A block that scrolls has to be reachable by key (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.example} tabIndex={0} role="region" aria-label="Example file">
          {example}
        </pre>
        <p className={styles.after}>
          What is wrong in a file is said by the build, with the line and the line as it should be.{' '}
          <a href={base}>All interviews</a>
        </p>
      </main>
    </>
  )
}
