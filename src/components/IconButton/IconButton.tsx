import type { ComponentProps, ReactNode } from 'react'
import styles from './IconButton.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'className' | 'type'> {
  /** What it does: its name for a screen reader, and its tooltip. */
  readonly name: string
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string
  /** The icon. */
  readonly children: ReactNode
}

/** A button that shows an icon and says its name. */
export function IconButton({ name, shortcut, children, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={styles.button}
      aria-label={name}
      title={shortcut ? `${name} (${shortcut})` : name}
    >
      {children}
    </button>
  )
}
