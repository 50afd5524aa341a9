import { Suspense, useCallback } from 'react'
import { Panel } from '../../components/Panel/Panel.tsx'
import { Ribbon } from '../../components/Ribbon/Ribbon.tsx'
import { TransportBar } from '../../components/TransportBar/TransportBar.tsx'
import { answerCount, partOf } from '../../domain/exchanges.ts'
import { shownFrom } from '../../domain/folds.ts'
import { textDirection, turnAt, type Interview } from '../../domain/interview.ts'
import { sentenceFrom } from '../../domain/playback/cursor.ts'
import { stepTarget, type StepUnit } from '../../domain/steps.ts'
import { startOf, timelineOf } from '../../domain/timeline.ts'
import { describeRate, RATES } from '../../domain/playback/rates.ts'
import { secondsOfPlace } from '../../domain/playback/times.ts'
import { selectIsPlaying, selectSpokenTurn } from '../../state/playbackSelectors.ts'
import { captionOf, describePlace, selectCurrentTurn } from '../../state/selectors.ts'
import { Clock } from './Clock.tsx'
import { useApp } from '../../state/StoreProvider.tsx'
import { lazyView } from '../lazyView.ts'

interface TransportRegionProps {
  readonly interview: Interview
  onTogglePlay(): void
}

const PlayingOptions = lazyView(async () => (await import('./playing/PlayingOptions.tsx')).PlayingOptions)

const RATE_CHOICES = RATES.map((rate) => ({ rate, name: describeRate(rate) }))

const OPTIONS_PANEL = 'playing_options'

/** Opens the options of playing, or closes them. */
export function togglePlayingOptions(): void {
  document.getElementById(OPTIONS_PANEL)?.togglePopover()
}

/** The ribbon, playing and the steps, joined to the place. */
export function TransportRegion({ interview, onTogglePlay }: TransportRegionProps) {
  const current = useApp(selectCurrentTurn)
  const placeText = useApp((state) => describePlace(interview, state.visit.place))
  const isFocused = useApp((state) => state.isFocused)
  const isPlaying = useApp(selectIsPlaying)
  const rate = useApp((state) => state.playback.rate)
  const setRate = useApp((state) => state.setRate)
  const isStarted = useApp((state) => state.playback.phase.kind !== 'idle')
  const stepTurn = useApp((state) => state.stepTurn)
  const stepAnswer = useApp((state) => state.stepAnswer)
  const stepSentence = useApp((state) => state.stepSentence)
  const jump = useApp((state) => state.jump)
  const stepTo = useApp((state) => state.stepTo)
  const handleJump = useCallback(
    (turn: number) => jump({ kind: 'turn', turn: turnAt(interview, turn).id }),
    [interview, jump],
  )
  const goBeyond = useApp((state) => state.goBeyond)
  const handleJumpToTime = useCallback((time: number) => goBeyond({ to: 'time', seconds: time }), [goBeyond])
  const shown = useApp((state) => state.lens?.shown ?? null)
  const handleStep = useCallback(
    (index: number) => {
      const at = index - (interview.part?.first ?? 0)
      const by = at > (current ?? -1) ? 1 : -1
      const shownAt = shownFrom(shown, at, by) ?? shownFrom(shown, at, by > 0 ? -1 : 1)
      const turn = interview.turns[shownAt ?? at]
      if (turn) stepTo(turn.id)
      else goBeyond({ to: 'turn', index, isStep: true })
    },
    [interview, current, shown, stepTo, goBeyond],
  )
  const cursor = useApp((state) => (selectSpokenTurn(state) === current ? state.playback.cursor : null))
  const timeline = timelineOf(interview)
  const seconds = cursor
    ? secondsOfPlace(interview, timeline, { cursor })
    : current === null
      ? null
      : startOf(timeline, current)
  const answers = answerCount(interview)
  const at = current ?? -1
  const canStep = (unit: StepUnit) => ({
    previous: interview.part?.previous != null || stepTarget(interview, { unit, from: at, by: -1, shown }) !== null,
    next: interview.part?.next != null || stepTarget(interview, { unit, from: at, by: 1, shown }) !== null,
  })
  const caption = current === null ? null : captionOf(interview, current)
  const isNumbered = current !== null && partOf(interview, current).number !== null
  return (
    <TransportBar
      section={caption?.section ?? null}
      hue={caption?.hue ?? 0}
      part={caption ? caption.part + (isNumbered ? ` of ${answers}` : '') : 'Start'}
      can={{
        turn: canStep(isFocused ? 'exchange' : 'turn'),
        answer: canStep('answer'),
        sentence: {
          previous: cursor !== null && sentenceFrom(interview, cursor, -1) !== null,
          next: cursor !== null && sentenceFrom(interview, cursor, 1) !== null,
        },
      }}
      isRtl={textDirection(interview.language) === 'rtl'}
      isPlaying={isPlaying}
      rates={RATE_CHOICES}
      rate={rate}
      onTogglePlay={onTogglePlay}
      onChooseRate={setRate}
      isStarted={isStarted}
      onStep={(unit, by) => ({ turn: stepTurn, answer: stepAnswer, sentence: stepSentence })[unit](by)}
      clock={<Clock interview={interview} />}
      options={
        <Panel id={OPTIONS_PANEL} name="Playing options" shortcut="o" icon="options" edge="transport">
          <Suspense>
            <PlayingOptions interview={interview} />
          </Suspense>
        </Panel>
      }
      ribbon={
        <Ribbon
          interview={interview}
          current={current}
          seconds={seconds}
          placeText={placeText}
          onJump={handleJump}
          onJumpToTime={handleJumpToTime}
          onStep={handleStep}
        />
      }
    />
  )
}
