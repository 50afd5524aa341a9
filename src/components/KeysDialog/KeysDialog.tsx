import { useEffect, useRef } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './KeysDialog.module.css'

export interface KeyHelp {
  /** The keys that do it, each as it is printed on a keyboard. */
  readonly keys: readonly string[]
  /** What they do: "Next turn". */
  readonly does: string
}

interface KeysDialogProps {
  readonly help: readonly KeyHelp[]
  /** A word on keys that are turned off; null when all are on. */
  readonly note: string | null
  onClose(): void
}

/** The list of keys, over the page. */
export function KeysDialog({ help, note, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys_heading" onClose={onClose}>
      <header className={styles.header}>
        <h2 id="keys_heading" className={styles.heading}>
          Keys
        </h2>
        <IconButton name="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </IconButton>
      </header>
      {note && <p className={styles.note}>{note}</p>}
      <dl>
        {help.map(({ keys, does }) => (
          <div key={does} className={styles.row}>
            <dt className={styles.does}>{does}</dt>
            <dd className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
