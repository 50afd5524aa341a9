import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './TransportBar.module.css'

interface TransportBarProps {
  /** The topic that the reader is in; null above the first turn and in a section without a heading. */
  readonly section: string | null
  readonly hue: number
  /** "Answer 4 of 8". */
  readonly part: string
  /** About how long the whole interview takes. */
  readonly length: string
  readonly can: {
    readonly previousTurn: boolean
    readonly nextTurn: boolean
    readonly previousAnswer: boolean
    readonly nextAnswer: boolean
  }
  /** Whether the interview runs from right to left, and its arrows with it. */
  readonly isRtl: boolean
  readonly isPlaying: boolean
  /** The rates that there are, and which one is chosen. */
  readonly rates: readonly { readonly rate: number; readonly name: string }[]
  readonly rate: number
  onTogglePlay(): void
  onChooseRate(rate: number): void
  onStepTurn(by: 1 | -1): void
  onStepAnswer(by: 1 | -1): void
  /** The ribbon. */
  readonly children: ReactNode
}

/** The bar at the bottom: the ribbon, where the reader is, and the buttons that step. */
export function TransportBar(props: TransportBarProps) {
  const { section, hue, part, length, can, isRtl, onStepTurn, onStepAnswer, children } = props
  const { isPlaying, rates, rate, onChooseRate } = props
  return (
    <section className={styles.transport} aria-label="Player" data-bar data-screen-only>
      {children}
      <div className={styles.row}>
        <p className={styles.place} data-hue={hue}>
          {section !== null && (
            <b className={styles.section}>
              <bdi>{section}</bdi>
            </b>
          )}
          <span>{part}</span>
        </p>
        <div className={styles.controls} role="group" aria-label="Step" data-needs-script dir={isRtl ? 'rtl' : 'ltr'}>
          <Step name="Previous answer" shortcut="K" isPossible={can.previousAnswer} onStep={() => onStepAnswer(-1)}>
            <Icon name="previousAnswer" />
          </Step>
          <Step name="Previous turn" shortcut="k" isPossible={can.previousTurn} onStep={() => onStepTurn(-1)}>
            <Icon name="previous" />
          </Step>
          <button
            type="button"
            className={styles.play}
            aria-label={isPlaying ? 'Pause' : 'Play'}
            title={isPlaying ? 'Pause (p)' : 'Play (p)'}
            onClick={props.onTogglePlay}
          >
            <Icon name={isPlaying ? 'pause' : 'play'} />
          </button>
          <Step name="Next turn" shortcut="j" isPossible={can.nextTurn} onStep={() => onStepTurn(1)}>
            <Icon name="next" />
          </Step>
          <Step name="Next answer" shortcut="J" isPossible={can.nextAnswer} onStep={() => onStepAnswer(1)}>
            <Icon name="nextAnswer" />
          </Step>
        </div>
        <div className={styles.end}>
          <p className={styles.length}>{length}</p>
          <select
            className={styles.rate}
            aria-label="Speed"
            value={rate}
            onChange={(event) => onChooseRate(Number(event.target.value))}
            data-needs-script
          >
            {rates.map((each) => (
              <option key={each.rate} value={each.rate}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      </div>
    </section>
  )
}

interface StepProps {
  readonly name: string
  readonly shortcut: string
  readonly isPossible: boolean
  onStep(): void
  readonly children: ReactNode
}

/** Not `disabled` at the ends: that would take the focus away from somebody who steps by keyboard. */
function Step({ name, shortcut, isPossible, onStep, children }: StepProps) {
  return (
    <IconButton name={name} shortcut={shortcut} aria-disabled={!isPossible} onClick={() => isPossible && onStep()}>
      {children}
    </IconButton>
  )
}
