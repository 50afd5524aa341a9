import { useEffect, useId, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { viewOf } from '../../../domain/address.ts'
import { withLens } from '../../../domain/baggage.ts'
import type { Interview } from '../../../domain/interview.ts'
import { formatLens } from '../../../domain/lens.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import styles from './LensChoice.module.css'

/** Chooses what of the interview is shown. It stands in the address, so that Back undoes it and a link carries it. */
export function LensChoice({ interview }: { readonly interview: Interview }) {
  const id = useId()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const lens = useApp((state) => state.lens)
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    // Opened by its key, the panel has nobody's focus: who has no mouse goes on here. Its button keeps it.
    const panel = field.current?.closest('[popover]')
    const takeFocus = () => {
      if (!document.activeElement?.matches('[popovertarget], [popover] *')) field.current?.focus()
    }
    takeFocus()
    panel?.addEventListener('toggle', takeFocus)
    return () => panel?.removeEventListener('toggle', takeFocus)
  }, [])
  return (
    <div className={styles.choice}>
      <label htmlFor={id} className={styles.name}>
        Show
      </label>
      <select
        ref={field}
        id={id}
        className={styles.select}
        value={lens ? formatLens(lens.lens) : ''}
        onChange={(event) => void navigate(pathname + withLens(viewOf(search), event.target.value || null))}
      >
        <option value="">Everything</option>
        <option value="questions">Questions only</option>
        <option value="answers">Answers only</option>
        {interview.speakers.length > 1 && (
          <optgroup label="One speaker">
            {interview.speakers.map(({ label }) => (
              <option key={label} value={`speaker:${label}`}>
                {label}
              </option>
            ))}
          </optgroup>
        )}
        {interview.topics.length > 0 && (
          <optgroup label="One topic, and what mentions it">
            {interview.topics.map((topic) => (
              <option key={topic.id} value={`topic:${topic.id}`}>
                {topic.label}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </div>
  )
}
