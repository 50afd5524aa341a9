import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { MAX_NOTE_LENGTH } from '../../domain/marks/mark.ts'
import styles from './MarkItem.module.css'

interface MarkItemProps {
  readonly speaker: string
  readonly topic: string | null
  readonly hue: number
  readonly words: string
  readonly note: string
  /** What became of the words, where they are not found as they were; null where they are. */
  readonly lost: string | null
  readonly href: string
  /** Whether its note is to be written now. */
  readonly isInHand: boolean
  /** What was typed of it before it was there. */
  readonly typedAhead: string
  /** Left out where the link alone leads there. */
  onGo?(): void
  onWrite(note: string): void
  onRemove(): void
  /** Its number in the trail that is being made, from 1, and null while it is in none; left out where none is made. */
  readonly inTrail?: number | null
  onToggleTrail?(): void
}

/** What a note rests for before it is kept, in milliseconds. */
const REST_MS = 600

/** A mark: whose words, the words as they were, what the reader wrote, and what can be done with it. */
export function MarkItem(props: MarkItemProps) {
  const { speaker, topic, hue, words, lost, href, isInHand, onGo, onRemove } = props
  return (
    <li className={styles.item} data-hue={hue}>
      <p className={styles.who}>
        <bdi>{speaker}</bdi>
        {topic !== null && <bdi className={styles.topic}>{topic}</bdi>}
      </p>
      {lost !== null && <p className={styles.lost}>{lost}</p>}
      <blockquote className={styles.words} dir="auto">
        {words}
      </blockquote>
      <NoteField note={props.note} isInHand={isInHand} typedAhead={props.typedAhead} onWrite={props.onWrite} />
      <p className={styles.actions}>
        <a
          href={href}
          onClick={(event) => {
            if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
            event.preventDefault()
            event.stopPropagation()
            onGo()
          }}
        >
          Go there
        </a>
        <button type="button" onClick={onRemove}>
          Remove
        </button>
        {props.onToggleTrail && (
          <button type="button" aria-pressed={props.inTrail != null} onClick={props.onToggleTrail}>
            {props.inTrail == null ? 'Add to a trail' : `No. ${props.inTrail} of the trail`}
          </button>
        )}
      </p>
    </li>
  )
}

type NoteFieldProps = Pick<MarkItemProps, 'note' | 'isInHand' | 'typedAhead' | 'onWrite'>

/** The note, written in place; it is kept while it is written, and when the reader leaves it. */
function NoteField({ note, isInHand, typedAhead, onWrite }: NoteFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(note)
  const [base, setBase] = useState(note)
  if (note !== base) {
    // Another tab wrote it, or this one has kept what was typed.
    setBase(note)
    if (text === base) setText(note)
  }
  const [wasInHand, setWasInHand] = useState(false)
  if (isInHand !== wasInHand) {
    setWasInHand(isInHand)
    if (isInHand) setText(text + typedAhead)
  }
  useEffect(() => {
    const { current } = field
    if (!isInHand || !current) return
    current.focus()
    current.setSelectionRange(current.value.length, current.value.length) // a note is gone on with at its end
  }, [isInHand])
  const keepNow = useEffectEvent(() => {
    if (text !== note) onWrite(text)
  })
  useEffect(() => {
    const timer = setTimeout(() => keepNow(), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const handleLeave = () => keepNow()
    window.addEventListener('pagehide', handleLeave)
    return () => {
      window.removeEventListener('pagehide', handleLeave)
      keepNow()
    }
  }, [])
  return (
    <>
      <label htmlFor={id} data-spoken>
        Note
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.note}
        dir="auto"
        data-autofocus={isInHand || undefined}
        rows={text === '' ? 1 : 3}
        placeholder="Write a note"
        maxLength={MAX_NOTE_LENGTH}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== note && onWrite(text)}
      />
    </>
  )
}
