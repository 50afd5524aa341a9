import { useIsLive } from '../useIsLive.ts'
import styles from './TransportBar.module.css'

interface RateChoiceProps {
  /** The rates that there are, and which one is chosen. */
  readonly rates: readonly { readonly rate: number; readonly name: string }[]
  readonly rate: number
  onChoose(rate: number): void
}

/**
 * The speed. It can be chosen once the program runs: for a menu that a page comes with Chromium lays out all of the page before
 * its fonts are there, and then once more, which took a third of the way to the first paint.
 */
export function RateChoice({ rates, rate, onChoose }: RateChoiceProps) {
  const isLive = useIsLive()
  if (!isLive)
    return (
      <span className={styles.rate} aria-hidden>
        {rates.find((each) => each.rate === rate)?.name}
      </span>
    )
  return (
    <select
      className={styles.rate}
      aria-label="Speed"
      title="Speed (< and >)"
      value={rate}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {rates.map((each) => (
        <option key={each.rate} value={each.rate}>
          {each.name}
        </option>
      ))}
    </select>
  )
}
