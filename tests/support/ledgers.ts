import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import type { Interview, InterviewId, TurnId } from '../../src/domain/interview.ts'
import type { Ledger } from '../../src/domain/ledger/ledger.ts'
import { updateLedger, type LedgerUpdate } from '../../src/domain/ledger/updateLedger.ts'
import { turnIds } from '../../src/domain/link.ts'

/** A turn in short: "Host: words" or "Host {#pinned}: words"; an empty line parts paragraphs. */
const TURN = /^(?<speaker>[^:{]+?)(?: \{#(?<pin>[^}]*)\})?: (?<words>[\s\S]*)$/u

/** An interview of turns in short, as it is read from a file: its ids are made of its words. */
export function talk(...lines: readonly string[]): Interview {
  const turns = lines.map((line) => {
    const { speaker = '', pin, words = '' } = TURN.exec(line)?.groups ?? {}
    return { speaker, pin: (pin ?? null) as TurnId | null, paragraphs: words.split('\n\n') } // a pin is an id here
  })
  const texts = turns.map(({ paragraphs }) => paragraphs.join('\n\n'))
  const passages = turns.map(({ speaker }, index) => ({ speaker, text: texts[index] ?? '' }))
  const ids = turnIds(texts, 'en', { given: turns.map(({ pin }) => pin) })
  return {
    id: 'talk' as InterviewId,
    title: 'Talk',
    shortTitle: 'Talk',
    publication: '',
    summary: '',
    language: 'en',
    speakers: [...new Set(turns.map(({ speaker }) => speaker))].map((label) => ({
      label,
      name: label,
      role: label === 'Host' ? 'interviewer' : 'guest',
      about: '',
    })),
    topics: [],
    background: null,
    sections: [{ heading: null, topic: null, start: 0, end: turns.length }],
    turns: turns.map(({ speaker, pin, paragraphs }, index) => ({
      id: ids[index]!, // one for each text
      speaker,
      ...(pin === null ? {} : { isPinned: true as const }),
      paragraphs,
      mentions: [],
      fingerprint: fingerprintOf(passages, index),
    })),
  }
}

/** Publishes one text after the other, and hands out what the last one did. */
export function publish(...versions: readonly Interview[]): LedgerUpdate {
  let update: LedgerUpdate | null = null
  for (const version of versions) update = updateLedger(update?.ledger ?? null, version)
  if (!update) throw new Error('there is nothing to publish')
  return update
}

/** The ids of an interview, in order. */
export function idsOf({ interview }: Pick<LedgerUpdate, 'interview'>): string[] {
  return interview.turns.map(({ id }) => id)
}

/** The ids of a ledger with what became of them: `{ one: 'live', two: 'gone', three: 'one' }`. */
export function statesOf({ entries }: Ledger): Record<string, string> {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry.kind === 'alias' ? entry.into : entry.kind]))
}
