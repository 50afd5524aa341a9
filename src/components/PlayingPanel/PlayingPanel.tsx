import type { Role } from '../../domain/interview.ts'
import type { Voice } from '../../domain/playback/narrator.ts'
import { PAUSES, SCOPES, STOPS, type PlaybackOptions } from '../../domain/playback/plan.ts'
import { describeRate, RATES } from '../../domain/playback/rates.ts'
import { Choice } from '../Choice/Choice.tsx'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './PlayingPanel.module.css'

interface PlayingPanelProps {
  readonly options: PlaybackOptions
  /** The topic that the reader is in; null where there is none. */
  readonly topic: string | null
  onChoose(options: Partial<PlaybackOptions>): void
  readonly rate: number
  onChooseRate(rate: number): void
  /** Null where nothing sounds. */
  readonly sound: { readonly volume: number; readonly isMuted: boolean } | null
  onVolume(volume: number): void
  onToggleMuted(): void
  /** Those to choose from, the best first; none where there is nothing to choose. */
  readonly voices: readonly Voice[]
  /** Who speaks, and the id of the voice that was chosen for them; null for the player's choice. */
  readonly parts: readonly { readonly role: Role; readonly name: string; readonly voice: string | null }[]
  onChooseVoice(role: Role, voice: string | null): void
  onSample(role: Role): void
  /** Null where something sounds. */
  readonly pace: { readonly wordsPerMinute: number; readonly choices: readonly number[] } | null
  readonly isVoiceMissing: boolean
  onChoosePace(wordsPerMinute: number): void
}

const SCOPE_NAMES = { all: 'Everything', topic: 'This topic', answers: 'Answers' }
const STOP_NAMES = { end: 'Nowhere', turn: 'Each turn', topic: 'Each topic' }
const PAUSE_NAMES = { nothing: 'Nothing', answer: 'Answers', sentence: 'Sentences' }

/** What to play, where to stop, and how it sounds. */
export function PlayingPanel(props: PlayingPanelProps) {
  const { options, topic, onChoose, rate, sound, voices, parts, pace, isVoiceMissing } = props
  return (
    <>
      <Choice
        legend="Play"
        options={SCOPES}
        names={topic === null ? SCOPE_NAMES : { ...SCOPE_NAMES, topic }}
        chosen={options.scope}
        onChoose={(scope) => onChoose({ scope })}
      />
      <Choice
        legend="Stop after"
        options={STOPS}
        names={STOP_NAMES}
        chosen={options.stopAt}
        onChoose={(stopAt) => onChoose({ stopAt })}
      />
      <Choice
        legend="Wait for me after"
        options={PAUSES}
        names={PAUSE_NAMES}
        chosen={options.pauseAfter}
        onChoose={(pauseAfter) => onChoose({ pauseAfter })}
      />
      <label className={styles.row} data-row="speed">
        <span className={styles.name}>Speed</span>
        <select
          className={styles.select}
          value={rate}
          onChange={(event) => props.onChooseRate(Number(event.target.value))}
        >
          {RATES.map((each) => (
            <option key={each} value={each}>
              {describeRate(each)}
            </option>
          ))}
        </select>
      </label>
      {sound && (
        <div className={styles.row}>
          <label className={styles.name} htmlFor="playing_volume">
            Volume
          </label>
          <input
            id="playing_volume"
            className={styles.slider}
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={sound.isMuted ? 0 : sound.volume}
            aria-valuetext={sound.isMuted ? 'Muted' : `${Math.round(sound.volume * 100)} %`}
            onChange={(event) => props.onVolume(Number(event.target.value))}
          />
          <IconButton name={sound.isMuted ? 'Unmute' : 'Mute'} shortcut="0" onClick={props.onToggleMuted}>
            <Icon name={sound.isMuted ? 'muted' : 'sound'} />
          </IconButton>
        </div>
      )}
      {voices.length > 0 &&
        parts.map(({ role, name, voice }) => (
          <div key={role} className={styles.row}>
            <label className={styles.name} htmlFor={`voice_${role}`}>
              <span data-spoken>Voice of </span>
              <bdi>{name}</bdi>
            </label>
            <select
              id={`voice_${role}`}
              className={styles.select}
              value={voices.some(({ id }) => id === voice) ? (voice ?? '') : ''}
              onChange={(event) => props.onChooseVoice(role, event.target.value || null)}
            >
              <option value="">Chosen for me</option>
              {voices.map(({ id, name: voiceName, language, isLocal }) => (
                <option key={id} value={id}>
                  {`${voiceName} (${language}${isLocal ? '' : ', online'})`}
                </option>
              ))}
            </select>
            <IconButton name={`Hear the voice of ${name}`} onClick={() => props.onSample(role)}>
              <Icon name="play" />
            </IconButton>
          </div>
        ))}
      {pace && (
        <label className={styles.row}>
          <span className={styles.name}>Pace</span>
          <select
            className={styles.select}
            value={pace.wordsPerMinute}
            onChange={(event) => props.onChoosePace(Number(event.target.value))}
          >
            {pace.choices.map((each) => (
              <option key={each} value={each}>
                {`${each} words a minute`}
              </option>
            ))}
          </select>
        </label>
      )}
      {isVoiceMissing && (
        <p className={styles.note}>
          This browser has no voice for the language of this interview, so nothing sounds: the place moves on at your
          reading pace.
        </p>
      )}
    </>
  )
}
