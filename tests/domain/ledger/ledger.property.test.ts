import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnText, type Interview } from '../../../src/domain/interview.ts'
import { isSameLedger, writeLedger } from '../../../src/domain/ledger/ledger.ts'
import { readLedger } from '../../../src/domain/ledger/readLedger.ts'
import { updateLedger } from '../../../src/domain/ledger/updateLedger.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { idsOf, publish, talk } from '../../support/ledgers.ts'

const WORDS = 'bread flour oven water salt rye wheat crust crumb time warm cold hands mill stone baker morning'.split(
  ' ',
)
const words = (least: number, most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((all) => all.join(' '))
const line = fc
  .tuple(fc.constantFrom('Host', 'Baker'), fc.oneof(words(1, 3), words(6, 25)))
  .map(([speaker, text]) => `${speaker}: ${text}`)

/** One thing that an editor does, at a place that is counted round. */
type Edit = (lines: readonly string[]) => string[]
const at = (lines: readonly string[], place: number) => place % Math.max(lines.length, 1)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(40), line).map(
    ([place, fresh]): Edit =>
      (lines) =>
        lines.toSpliced(at(lines, place), 0, fresh),
  ),
  fc.nat(40).map(
    (place): Edit =>
      (lines) =>
        lines.length > 1 ? lines.toSpliced(at(lines, place), 1) : [...lines],
  ),
  fc.tuple(fc.nat(40), words(1, 3)).map(
    ([place, more]): Edit =>
      (lines) =>
        lines.with(at(lines, place), `${lines[at(lines, place)]} ${more}`),
  ),
  fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]): Edit => (lines) => {
    const moved = lines[at(lines, from)] ?? ''
    const rest = lines.toSpliced(at(lines, from), 1)
    return rest.toSpliced(at(rest, to), 0, moved)
  }),
  fc.nat(40).map((place): Edit => (lines) => {
    const [one = '', other] = lines.slice(at(lines, place))
    return other === undefined
      ? [...lines]
      : lines.toSpliced(at(lines, place), 2, `${one} ${other.replace(/^\w+: /, '')}`)
  }),
)
const history = fc.tuple(fc.array(line, { minLength: 1, maxLength: 14 }), fc.array(edit, { maxLength: 8 }))
const versionsOf = ([first, edits]: [string[], Edit[]]) => {
  const versions = [first]
  for (const change of edits) versions.push(change(versions.at(-1) ?? []))
  return versions.map((lines) => talk(...lines))
}
const withoutSigns = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An interview whose turns are long, and each unlike the others. */
const distinct = fc
  .array(words(6, 12), { minLength: 3, maxLength: 12 })
  .map((all) =>
    all.map((text, index) => `${index % 2 ? 'Baker' : 'Host'}: ${text} number${index} ${text} mark${index}`),
  )

describe('a ledger, over any history of edits,', () => {
  it('gives every turn an id of its own and never forgets one', () => {
    fc.assert(
      fc.property(history, (given) => {
        let ledger = null
        const issued = new Set<string>()
        for (const version of versionsOf(given)) {
          const update = updateLedger(ledger, version)
          const ids = idsOf(update)
          expect(new Set(ids).size).toBe(version.turns.length)
          for (const id of ids) issued.add(id)
          const known = update.ledger.entries.map(({ id }) => id as string)
          expect(known.toSorted()).toEqual([...issued].toSorted())
          ledger = update.ledger
        }
      }),
    )
  })

  it('gives an id that was gone only to the words that it named', () => {
    fc.assert(
      fc.property(history, (given) => {
        let update = null
        for (const version of versionsOf(given)) {
          const gone = (update?.ledger.entries ?? []).filter(({ kind }) => kind === 'gone')
          update = updateLedger(update?.ledger ?? null, version)
          const now = new Map(update.interview.turns.map((turn) => [turn.id, turnText(turn)]))
          const restored = gone.filter(({ id }) => now.has(id))
          expect(restored.map(({ id }) => withoutSigns(now.get(id) ?? ''))).toEqual(
            restored.map(({ text }) => withoutSigns(text)),
          )
        }
      }),
    )
  })

  it('names every alias’s turn in the interview, and says the same of the same text', () => {
    fc.assert(
      fc.property(history, (given) => {
        const versions = versionsOf(given)
        const update = publish(...versions)
        const ids = new Set(idsOf(update))
        for (const [id, now] of Object.entries(update.interview.aliases ?? {})) {
          expect(ids.has(now)).toBe(true)
          expect(ids.has(id)).toBe(false)
        }
        const again = updateLedger(update.ledger, versions.at(-1) as Interview) // there is one version at least
        expect(again.isUpToDate).toBe(true)
        expect(isSameLedger(again.ledger, update.ledger)).toBe(true)
        expect(again.interview).toEqual(update.interview)
      }),
    )
  })

  it('is read as it was written, one line for each turn', () => {
    fc.assert(
      fc.property(history, interviewArbitrary, (given, hostile) => {
        for (const { ledger } of [publish(...versionsOf(given)), publish(hostile)]) {
          const text = writeLedger(ledger)
          expect(readLedger({ id: ledger.interview, text })).toEqual({ ok: true, ledger })
          expect(text.split('\n')).toHaveLength(ledger.entries.length + 7)
        }
      }),
      { numRuns: 40 }, // hostile interviews take long to make
    )
  })
})

describe('an edit', () => {
  it('elsewhere never changes an id', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), fc.option(words(8, 20)), (lines, place, fresh) => {
        const index = at(lines, place)
        const before = publish(talk(...lines))
        const edited = talk(...lines.toSpliced(index, 1, ...(fresh === null ? [] : [`Host: ${fresh}`])))
        const ids = idsOf(publish(talk(...lines), edited))
        const old = idsOf(before)
        expect(ids.slice(0, index)).toEqual(old.slice(0, index))
        expect(ids.slice(fresh === null ? index : index + 1)).toEqual(old.slice(index + 1))
      }),
    )
  })

  it('that takes a turn out is admitted', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), (lines, place) => {
        const index = at(lines, place)
        const [id] = idsOf(publish(talk(...lines))).slice(index)
        const update = publish(talk(...lines), talk(...lines.toSpliced(index, 1)))
        expect(update.gone.map((entry) => entry.id)).toEqual([id])
      }),
    )
  })

  it('in any order of the turns carries all of them over', () => {
    fc.assert(
      fc.property(
        distinct.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          const ids = idsOf(publish(talk(...lines)))
          expect(idsOf(publish(talk(...lines), talk(...shuffled)))).toEqual(
            shuffled.map((turn) => ids[lines.indexOf(turn)]),
          )
        },
      ),
    )
  })
})
