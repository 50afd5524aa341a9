import { describe, expect, it } from 'vitest'
import { alignTurns } from '../../../src/domain/alignment/alignTurns.ts'

const WORDS = 'bread flour oven water salt rye wheat crust crumb time warm cold hands mill stone baker morning'.split(
  ' ',
)
const turns = (count: number, say: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ speaker: index % 2 ? 'Baker' : 'Host', text: say(index) }))
/** Words of a turn that are the same each time, and unlike those of the others. */
const saying = (index: number) =>
  Array.from(
    { length: 20 },
    (_, place) => `${WORDS[(index * 7 + place * place) % WORDS.length]}${(index * 31 + place) % 997}`,
  ).join(' ')
const text = turns(6, saying)
const kinds = (...args: Parameters<typeof alignTurns>) =>
  alignTurns(...args).map((fate) => ('to' in fate ? `${fate.kind} ${fate.to}` : fate.kind))

describe('alignment', () => {
  it('tells kept, edited, moved, merged and gone apart', () => {
    const [a, b, c, d, e, f] = text
    expect(kinds(text, text)).toEqual(['kept 0', 'kept 1', 'kept 2', 'kept 3', 'kept 4', 'kept 5'])
    const edited = { ...b!, text: b!.text.replace(/^(\S+ ){3}/, 'And so we ') }
    expect(kinds([a!, b!, c!], [a!, edited, c!])).toEqual(['kept 0', 'edited 1', 'kept 2'])
    expect(
      kinds([a!, b!, c!, d!, e!, f!], [c!, d!, a!, b!, e!, f!]).filter((kind) => kind.startsWith('moved')),
    ).toHaveLength(2)
    expect(kinds([a!, b!, c!], [a!, c!])).toEqual(['kept 0', 'gone', 'kept 1'])
    const merged = kinds([a!, b!, c!], [{ ...a!, text: `${a!.text} ${b!.text}` }, c!])
    expect(merged.toSorted()).toEqual(['edited 0', 'kept 1', 'merged 0'])
  })

  it('does not mind signs, capitals or apostrophes', () => {
    const plain = [{ speaker: 'Host', text: "It's “here” – isn't it?" }]
    expect(kinds(plain, [{ speaker: 'Host', text: 'IT’S "here", isn’t it' }])).toEqual(['kept 0'])
  })

  it('asks when two places are equally like a turn', () => {
    const [a, b] = text
    const [moved] = turns(1, () => `${saying(9)} and`)
    const fates = alignTurns([moved!, a!, b!], [a!, { ...moved!, text: saying(9) }, b!, { ...moved!, text: saying(9) }])
    expect(fates[0]).toEqual({ kind: 'unsure', candidates: [1, 3] })
  })

  it('does as it is told', () => {
    const [a, b] = text
    expect(kinds([a!], [b!], [[0, 0]])).toEqual(['edited 0'])
  })

  it('holds for scripts without spaces', () => {
    const before = [{ speaker: '甲', text: '全球挑战需要集体行动，无论是管理贸易关系还是应对威权主义。' }]
    const after = [
      { speaker: '甲', text: '欢迎收听今天的节目。' },
      { speaker: '甲', text: '全球挑战需要大家一起行动，无论是管理贸易关系还是应对威权。' },
    ]
    expect(kinds(before, after)).toEqual(['edited 1'])
  })

  it('comes to an end with long texts, and with the same words over and over', () => {
    const old = turns(20_000, saying)
    const fresh = turns(20_000, (index) => saying(index).replace(/^\S+/, `other${index % 100}`))
    const fates = alignTurns(old, fresh)
    expect(fates.filter((fate) => 'to' in fate).length).toBeGreaterThan(19_900)
    const same = turns(50_000, () => 'Yes, of course.')
    expect(alignTurns(same, same.slice(1))).toHaveLength(50_000)
  }, 20_000)
})
