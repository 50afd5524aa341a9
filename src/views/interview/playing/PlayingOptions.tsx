import { PlayingPanel } from '../../../components/PlayingPanel/PlayingPanel.tsx'
import type { Interview, Role } from '../../../domain/interview.ts'
import { PACES, voicesKey } from '../../../domain/preferences.ts'
import { sectionOf } from '../../../domain/topics.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp } from '../../../state/StoreProvider.tsx'

/** What can be chosen of playing, as far as the narrator at hand can do it. */
export function PlayingOptions({ interview }: { interview: Interview }) {
  const { options, volume, isMuted, rate, capabilities } = useApp((state) => state.playback)
  const topic = useApp((state) => sectionOf(interview, selectCurrentTurn(state) ?? 0).heading)
  const voices = useApp((state) => state.voices)
  const chosen = useApp((state) => state.preferences.listening.voices[voicesKey(interview.language)])
  const wordsPerMinute = useApp((state) => state.preferences.listening.wordsPerMinute)
  const choosePlayback = useApp((state) => state.choosePlayback)
  const setRate = useApp((state) => state.setRate)
  const setVolume = useApp((state) => state.setVolume)
  const toggleMuted = useApp((state) => state.toggleMuted)
  const chooseVoice = useApp((state) => state.chooseVoice)
  const sampleVoice = useApp((state) => state.sampleVoice)
  const setPace = useApp((state) => state.setPace)
  return (
    <PlayingPanel
      options={options}
      topic={topic}
      onChoose={choosePlayback}
      rate={rate}
      onChooseRate={setRate}
      sound={capabilities.hasVolume ? { volume, isMuted } : null}
      onVolume={setVolume}
      onToggleMuted={toggleMuted}
      voices={capabilities.hasVoices ? voices : []}
      parts={ROLES.flatMap((role) => {
        const speaker = interview.speakers.find((each) => each.role === role)
        return speaker ? [{ role, name: speaker.label, voice: chosen?.[role] ?? null }] : []
      })}
      onChooseVoice={chooseVoice}
      onSample={sampleVoice}
      pace={capabilities.hasPace ? { wordsPerMinute, choices: PACES } : null}
      isVoiceMissing={capabilities.silentBecause === 'no-voices'}
      onChoosePace={setPace}
    />
  )
}

const ROLES: readonly Role[] = ['guest', 'interviewer']
