import { StageLine } from '../../../components/StageLine/StageLine.tsx'
import { answerCount, partOf } from '../../../domain/exchanges.ts'
import { textDirection, type Interview } from '../../../domain/interview.ts'
import { captionOf, selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { useEscape } from './useEscape.ts'
import { useStage } from './useStage.ts'
import { useStillBars } from './useStillBars.ts'
import { useSwipes } from './useSwipes.ts'

/** Focus mode: the line over the exchange, and all that goes on while it stands alone. It stays there once it was entered. */
export function FocusRegion({ interview }: { interview: Interview }) {
  const isFocused = useApp((state) => state.isFocused)
  const index = useApp((state) => selectCurrentTurn(state) ?? 0)
  useStage(isFocused)
  useStillBars(isFocused)
  useSwipes(isFocused)
  useEscape(isFocused)
  if (!isFocused) return null
  const { section, hue } = captionOf(interview, index)
  const { number } = partOf(interview, index)
  return (
    <StageLine
      title={interview.shortTitle}
      language={interview.language}
      direction={textDirection(interview.language)}
      hue={hue}
      section={section}
      count={number === null ? null : `${number} of ${answerCount(interview)}`}
    />
  )
}
