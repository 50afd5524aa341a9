import styles from './Icon.module.css'

/** Each icon as the strokes that draw it in a square of 24 units. */
const STROKES = {
  link: 'M10 14 14 10M11 7l2-2a4.24 4.24 0 0 1 6 6l-2 2M13 17l-2 2a4.24 4.24 0 0 1-6-6l2-2',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
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
  previousSentence: 'M19 8H9M19 12h-7M19 16H9M7 9l-3 3 3 3',
  nextSentence: 'M5 8h10M5 12h7M5 16h10M17 9l3 3-3 3',
  options:
    'M4 8h9M19 8h1M4 16h1M11 16h9M16 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  muted: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
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
