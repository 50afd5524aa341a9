import type { Cursor } from './cursor.ts'
import type { Narrator, Run } from './narrator.ts'
import { runOf, type Playback } from './state.ts'

/** What a narrator is to do. */
export type NarratorCommand =
  | { readonly kind: 'play'; readonly run: Run }
  | { readonly kind: 'pause' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'stopBefore'; readonly until: Cursor | null }
  | { readonly kind: 'setRate'; readonly rate: number }
  | { readonly kind: 'setVolume'; readonly volume: number }

/** How loud it is: 0 while muted. */
export function volumeOf({ volume, isMuted }: Playback): number {
  return isMuted ? 0 : volume
}

/**
 * What the narrator is to do when playing has come from one state to another. What starts or ends a run comes last, so
 * that events which a narrator sends at once find everything done.
 */
export function commandsBetween(before: Playback, after: Playback): NarratorCommand[] {
  const commands: NarratorCommand[] = []
  if (before.rate !== after.rate) commands.push({ kind: 'setRate', rate: after.rate })
  if (volumeOf(before) !== volumeOf(after)) commands.push({ kind: 'setVolume', volume: volumeOf(after) })
  const [was, is] = [runOf(before), runOf(after)]
  if (is && is.generation !== was?.generation) commands.push({ kind: 'play', run: is })
  else if (is && is.until !== was?.until) commands.push({ kind: 'stopBefore', until: is.until })
  else if (was && !is) commands.push({ kind: after.phase.kind === 'paused' ? 'pause' : 'stop' })
  else if (before.phase.kind === 'paused' && after.phase.kind === 'idle') commands.push({ kind: 'stop' })
  return commands
}

/** Has a narrator do it. */
export function obey(narrator: Narrator, commands: readonly NarratorCommand[]): void {
  for (const command of commands)
    switch (command.kind) {
      case 'play':
        narrator.play(command.run)
        break
      case 'pause':
        narrator.pause()
        break
      case 'stop':
        narrator.stop()
        break
      case 'stopBefore':
        narrator.stopBefore(command.until)
        break
      case 'setRate':
        narrator.setRate(command.rate)
        break
      case 'setVolume':
        narrator.setVolume(command.volume)
        break
    }
}
