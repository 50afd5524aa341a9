import styles from './Icon.module.css'

/** Each icon as the strokes that draw it in a square of 24 units. */
const STROKES = {
  link: 'M10 14 14 10M11 7l2-2a4.24 4.24 0 0 1 6 6l-2 2M13 17l-2 2a4.24 4.24 0 0 1-6-6l2-2',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  quote: 'M9 7H5v6h4v-1c0 2-1 3.5-3 4M19 7h-4v6h4v-1c0 2-1 3.5-3 4',
  text: 'M3 18 7.5 6 12 18M4.5 14h6M14 18l3-8 3 8M15 15.5h4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M19.1 4.9l-1.4 1.4M6.3 17.7l-1.4 1.4',
  keyboard: 'M3 7h18v10H3zM7 10.5h.01M12 10.5h.01M17 10.5h.01M8 14h8',
  previous: 'M14.5 6 8.5 12l6 6',
  next: 'M9.5 6l6 6-6 6',
  previousAnswer: 'M18 6l-8 6 8 6zM6 6v12',
  nextAnswer: 'M6 6l8 6-8 6zM18 6v12',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
} as const

export type IconName = keyof typeof STROKES

/** A drawing that says nothing by itself: the control that it stands in has the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={STROKES[name]} />
    </svg>
  )
}
