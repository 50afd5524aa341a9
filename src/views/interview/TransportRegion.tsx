import { useCallback } from 'react'
import { Ribbon } from '../../components/Ribbon/Ribbon.tsx'
import { TransportBar } from '../../components/TransportBar/TransportBar.tsx'
import { answerCount, answerFrom, exchangeFrom, partOf } from '../../domain/exchanges.ts'
import { textDirection, turnAt, type Interview } from '../../domain/interview.ts'
import { formatLength, startOf, timelineOf } from '../../domain/timeline.ts'
import { describeRate, RATES } from '../../domain/playback/rates.ts'
import { secondsOfPlace } from '../../domain/playback/times.ts'
import { selectIsPlaying, selectSpokenTurn } from '../../state/playbackSelectors.ts'
import { captionOf, describePlace, selectCurrentTurn } from '../../state/selectors.ts'
import { useApp } from '../../state/StoreProvider.tsx'

interface TransportRegionProps {
  readonly interview: Interview
  onTogglePlay(): void
}

/** The ribbon, playing and the steps, joined to the place. */
export function TransportRegion({ interview, onTogglePlay }: TransportRegionProps) {
  const current = useApp(selectCurrentTurn)
  const placeText = useApp((state) => describePlace(interview, state.visit.place))
  const isFocused = useApp((state) => state.isFocused)
  const isPlaying = useApp(selectIsPlaying)
  const rate = useApp((state) => state.playback.rate)
  const setRate = useApp((state) => state.setRate)
  const stepTurn = useApp((state) => state.stepTurn)
  const stepAnswer = useApp((state) => state.stepAnswer)
  const jump = useApp((state) => state.jump)
  const stepTo = useApp((state) => state.stepTo)
  const handleJump = useCallback(
    (turn: number) => jump({ kind: 'turn', turn: turnAt(interview, turn).id }),
    [interview, jump],
  )
  const handleStep = useCallback((turn: number) => stepTo(turnAt(interview, turn).id), [interview, stepTo])
  const cursor = useApp((state) => (selectSpokenTurn(state) === current ? state.playback.cursor : null))
  const timeline = timelineOf(interview)
  const seconds = cursor
    ? secondsOfPlace(interview, timeline, { cursor })
    : current === null
      ? null
      : startOf(timeline, current)
  const answers = answerCount(interview)
  const at = current ?? -1
  const caption = current === null ? null : captionOf(interview, current)
  const isNumbered = current !== null && partOf(interview, current).number !== null
  return (
    <TransportBar
      section={caption?.section ?? null}
      hue={caption?.hue ?? 0}
      part={caption ? caption.part + (isNumbered ? ` of ${answers}` : '') : 'Start'}
      length={formatLength(startOf(timelineOf(interview), interview.turns.length))}
      can={{
        previousTurn: isFocused ? exchangeFrom(interview, at, -1) !== null : at > 0,
        nextTurn: isFocused ? exchangeFrom(interview, at, 1) !== null : at < interview.turns.length - 1,
        previousAnswer: answerFrom(interview, at, -1) !== null,
        nextAnswer: answerFrom(interview, at, 1) !== null,
      }}
      isRtl={textDirection(interview.language) === 'rtl'}
      isPlaying={isPlaying}
      rates={RATES.map((each) => ({ rate: each, name: describeRate(each) }))}
      rate={rate}
      onTogglePlay={onTogglePlay}
      onChooseRate={setRate}
      onStepTurn={stepTurn}
      onStepAnswer={stepAnswer}
    >
      <Ribbon
        interview={interview}
        current={current}
        seconds={seconds}
        placeText={placeText}
        onJump={handleJump}
        onStep={handleStep}
      />
    </TransportBar>
  )
}
