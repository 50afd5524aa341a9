import { describe, expect, test } from 'vitest'
import { madeInterview, textOf } from '../../bench/speed/interviews.mjs'
import { isInParts, isLong, longPages, type LongPage } from '../../src/build/longPages.ts'
import { turnAt, type Interview, type TurnId } from '../../src/domain/interview.ts'
import { pathOfPlace, START } from '../../src/domain/link.ts'
import { MAX_REPEATED_TURNS, MAX_WHOLE_TURNS } from '../../src/domain/part.ts'
import { interviewFrom } from '../support/interviews.ts'

const made = (turns: number): Interview => interviewFrom(`made-${turns}`, textOf(madeInterview(turns)))
const idsOf = ({ turns }: Interview) => turns.map(({ id }) => id)

describe('what is published of an interview that the player shows whole, and whose pages do not', () => {
  const interview = made(150)
  const pathAt = (index: number) => pathOfPlace(interview, { kind: 'turn', turn: turnAt(interview, index).id })
  const all = [...longPages(interview)]
  const pages = new Map<string, LongPage>(all.flatMap((each) => each.pages).map((page) => [page.path, page]))

  test('it is longer than what every page holds, and not so long that it has parts', () => {
    expect([MAX_REPEATED_TURNS, MAX_REPEATED_TURNS + 1].map((turns) => isLong(made(turns)))).toEqual([false, true])
    expect([MAX_WHOLE_TURNS, MAX_WHOLE_TURNS + 1].map((turns) => isInParts(made(turns)))).toEqual([false, true])
  })

  test('its own page holds all of it, as one page that the player takes over', () => {
    expect(pages.get(pathOfPlace(interview, START))).toMatchObject({ shown: interview, around: null, part: null })
  })

  test('each turn has a page with a few turns round it, which says where there is more', () => {
    for (const [index, { id }] of interview.turns.entries()) {
      const page = pages.get(pathAt(index))
      const ids = idsOf(page!.shown)
      expect(ids).toContain(id)
      expect(ids.length).toBeLessThanOrEqual(6)
      const first = idsOf(interview).indexOf(ids[0]!)
      expect(idsOf(interview).slice(first, first + ids.length)).toEqual(ids)
      expect(page?.around).toEqual({
        earlier: interview.turns[first - 1]?.id ?? null,
        later: interview.turns[first + ids.length]?.id ?? null,
        more: { path: `${pathOfPlace(interview, START)}#${id}`, isWhole: true },
      })
      expect(page).toMatchObject({ part: null, isSmall: false })
    }
  })

  test('each topic has a page with the turns from its heading on', () => {
    for (const section of interview.sections.filter(({ topic }) => topic !== null)) {
      const page = pages.get(pathOfPlace(interview, { kind: 'topic', topic: section.topic! }))
      const first = turnAt(interview, section.start).id
      expect(idsOf(page!.shown)).toContain(first)
      expect(page?.around?.more?.path).toBe(`${pathOfPlace(interview, START)}#${first}`)
    }
  })

  test('where one part would hold all of it, its topics have pages with all of it too', () => {
    const short = made(80)
    const around = [...longPages(short)]
      .flatMap((each) => each.pages)
      .filter(({ place }) => place.kind !== 'turn')
      .map((page) => [page.shown === short, page.around])
    expect(around).toHaveLength(1 + short.topics.length)
    for (const each of around) expect(each).toEqual([true, null])
  })

  test('there are no other pages, and no data of parts', () => {
    expect(pages.size).toBe(1 + interview.topics.length + interview.turns.length)
    expect(all.flatMap(({ data }) => data)).toEqual([])
  })

  test('a former id has the page of its turn', () => {
    const turn = turnAt(interview, 77).id
    const former = 'as-it-once-was' as TurnId
    const renamed = { ...interview, aliases: { [former]: turn } }
    const path = pathOfPlace(renamed, { kind: 'turn', turn: former })
    const page = [...longPages(renamed)].flatMap((each) => each.pages).find((each) => each.path === path)
    expect(page?.place).toEqual({ kind: 'turn', turn })
  })
})
