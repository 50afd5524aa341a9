import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { RateChoice } from './RateChoice.tsx'
import styles from './TransportBar.module.css'

export type StepUnit = 'answer' | 'turn' | 'sentence'

interface TransportBarProps {
  /** The topic that the reader is in; null above the first turn and in a section without a heading. */
  readonly section: string | null
  readonly hue: number
  /** "Answer 4 of 8". */
  readonly part: string
  /** Where the steps lead to something: `previous` and `next` for each kind of step. */
  readonly can: Readonly<Record<StepUnit, { readonly previous: boolean; readonly next: boolean }>>
  /** Whether the interview runs from right to left, and its arrows with it. */
  readonly isRtl: boolean
  readonly isPlaying: boolean
  /** Whether anything is played, or was and can go on: then there are sentences to step by. */
  readonly isStarted: boolean
  /** The rates that there are, and which one is chosen. */
  readonly rates: readonly { readonly rate: number; readonly name: string }[]
  readonly rate: number
  onTogglePlay(): void
  onChooseRate(rate: number): void
  onStep(unit: StepUnit, by: 1 | -1): void
  /** How long it takes, or how far it has come. */
  readonly clock: ReactNode
  /** The button that opens what can be chosen. */
  readonly options: ReactNode
  readonly ribbon: ReactNode
}

/** The bar at the bottom: the ribbon, where the reader is, and the buttons that play and step. */
export function TransportBar(props: TransportBarProps) {
  const { section, hue, part, can, isRtl, isStarted, onStep, clock, options, ribbon } = props
  const { isPlaying, rates, rate, onChooseRate } = props
  return (
    <section className={styles.transport} aria-label="Player" data-bar data-started={isStarted} data-screen-only>
      {ribbon}
      <div className={styles.row}>
        <p className={styles.place} data-hue={hue}>
          {section !== null && (
            <b className={styles.section}>
              <bdi>{section}</bdi>
            </b>
          )}
          <span>{part}</span>
        </p>
        <div className={styles.controls} role="group" aria-label="Play" data-needs-script dir={isRtl ? 'rtl' : 'ltr'}>
          {BACKWARD.map((step) => (
            <Step key={step.unit} {...step} isPossible={can[step.unit].previous} onStep={() => onStep(step.unit, -1)} />
          ))}
          <button
            type="button"
            className={styles.play}
            aria-label={isPlaying ? 'Pause' : 'Play'}
            title={isPlaying ? 'Pause (p)' : 'Play (p)'}
            onClick={props.onTogglePlay}
          >
            <Icon name={isPlaying ? 'pause' : 'play'} />
          </button>
          {FORWARD.map((step) => (
            <Step key={step.unit} {...step} isPossible={can[step.unit].next} onStep={() => onStep(step.unit, 1)} />
          ))}
        </div>
        <div className={styles.end}>
          <div className={styles.clock}>{clock}</div>
          <div className={styles.side} data-needs-script>
            <RateChoice rates={rates} rate={rate} onChoose={onChooseRate} />
            {options}
          </div>
        </div>
      </div>
    </section>
  )
}

interface StepKind {
  readonly unit: StepUnit
  readonly name: string
  readonly shortcut: string
  readonly icon: IconName
}

const BACKWARD: readonly StepKind[] = [
  { unit: 'answer', name: 'Previous answer', shortcut: 'K', icon: 'previousAnswer' },
  { unit: 'turn', name: 'Previous turn', shortcut: 'k', icon: 'previous' },
  { unit: 'sentence', name: 'Previous sentence', shortcut: ',', icon: 'previousSentence' },
]
const FORWARD: readonly StepKind[] = [
  { unit: 'sentence', name: 'Next sentence', shortcut: '.', icon: 'nextSentence' },
  { unit: 'turn', name: 'Next turn', shortcut: 'j', icon: 'next' },
  { unit: 'answer', name: 'Next answer', shortcut: 'J', icon: 'nextAnswer' },
]

interface StepProps extends StepKind {
  readonly isPossible: boolean
  onStep(): void
}

/** Not `disabled` at the ends: that would take the focus away from somebody who steps by keyboard. */
function Step({ unit, name, shortcut, icon, isPossible, onStep }: StepProps) {
  return (
    <IconButton
      name={name}
      shortcut={shortcut}
      data-unit={unit}
      aria-disabled={!isPossible}
      onClick={() => isPossible && onStep()}
    >
      <Icon name={icon} />
    </IconButton>
  )
}
