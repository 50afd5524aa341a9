import { isTurnId, MAX_TURN_ID_LENGTH, RESERVED_IDS } from '../link.ts'
import { idFrom } from './ids.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'

/** A label as it stands in the text, and the id behind it. */
export interface PinnedName {
  readonly name: string
  /** What stands behind `{#`; null when the turn's id is left to be made of its words. */
  readonly pin: string | null
}

/**
 * Takes the id that an author wrote behind a speaker's label off it.
 *
 * @example readPin('Dr. Carter {#strategic-competition}') // { name: 'Dr. Carter', pin: 'strategic-competition' }
 */
export function readPin(name: string): PinnedName {
  const brace = name.endsWith('}') ? name.lastIndexOf('{#') : -1
  if (brace <= 0) return { name, pin: null }
  return {
    name: name.slice(0, brace).trim(),
    pin: name
      .slice(brace + 2, -1)
      .trim()
      .normalize('NFC'),
  }
}

/** A label and the id behind it, read back as they were. */
export function writePin({ name, pin }: PinnedName): string {
  return pin === null ? name : `${name} {#${pin}}`
}

/** The pinned turns whose ids are none, are reserved, or are an earlier turn's too. */
export function pinProblems(
  turns: readonly { readonly speaker: string; readonly pin: string | null; readonly line: number }[],
): Problem[] {
  const seen = new Map<string, number>()
  return turns.flatMap(({ speaker, pin, line }) => {
    if (pin === null) return []
    const key = pin.toLowerCase()
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    const written = (id: string) => `${writePin({ name: speaker, pin: id })}: …`
    const what = `${quoted(pin)} can be no id of a turn.`
    if (RESERVED_IDS.has(key)) {
      const why = 'It stands in the addresses of the site already.'
      return [{ line, what, why, correction: written(`${pin}-discussed`) }]
    }
    if (!isTurnId(pin)) {
      const why = `An id is letters and digits joined by hyphens, at most ${MAX_TURN_ID_LENGTH}, for it stands in addresses.`
      return [{ line, what, why, correction: written(idFrom(pin)) }]
    }
    if (first === undefined) return []
    return [
      {
        line,
        what: `${quoted(pin)} is the id of the turn on line ${first} too.`,
        why: 'Each turn has an address of its own. Capitals make no difference in it.',
        correction: written(`${pin}-2`),
      },
    ]
  })
}
