import { act, screen, waitFor, within } from '@testing-library/react'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { formatKeptTrail, parseKeptTrail } from '../../src/domain/keptTrail.ts'
import { pathOfPlace } from '../../src/domain/link.ts'
import { Parts } from '../../src/domain/parts.ts'
import { quoteSelector } from '../../src/domain/quote.ts'
import { formatQuote } from '../../src/domain/quoteAddress.ts'
import type { TrailStep } from '../../src/domain/trail.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { madeLibrary } from '../support/madeLibrary.ts'
import { partSources } from '../support/partSources.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const card = () => within(screen.getByRole('region', { name: /^A trail of/ }))
const stepOf = (of: Interview, index: number, { from = 0, to = 30, note = '' } = {}): TrailStep => {
  const turn = of.turns[index]!
  const quote = formatQuote(quoteSelector(turnText(turn), { start: from, end: to }))
  return { interview: of.id, turn: turn.id, fingerprint: turn.fingerprint || null, quote, note }
}
const steps = [
  stepOf(interview, 7, { note: '<img src=x onerror="alert(1)"> ! ~ %' }),
  stepOf(interview, 3, { note: 'second' }),
  stepOf(interview, 9),
]
const pathOf = (of: Interview, index: number) => pathOfPlace(of, { kind: 'turn', turn: of.turns[index]!.id })

describe('a trail of a file', () => {
  test('goes on at the same passage when the page is loaded again', async () => {
    const keptTrail = formatKeptTrail({ steps, at: 1 })
    const { user, store, platform } = await renderApp(pathOf(interview, 3), [interview], undefined, { keptTrail })
    expect(await screen.findByText('Passage 2 of 3')).toBeVisible()
    expect(card().getByText('second')).toBeVisible()
    await waitFor(() => expect(store.getState().marked?.turn).toBe(interview.turns[3]!.id))
    await user.click(card().getByRole('button', { name: 'Next passage' }))
    expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: interview.turns[9]!.id })
    expect(parseKeptTrail(platform.keptTrail ?? '')).toEqual({ steps, at: 2 })
  })

  test('leads nobody away who is elsewhere when the page is loaded again', async () => {
    const keptTrail = formatKeptTrail({ steps, at: 1 })
    const { store } = await renderApp(pathOf(interview, 5), [interview], undefined, { keptTrail })
    expect(await screen.findByText('Passage 2 of 3')).toBeVisible()
    expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: interview.turns[5]!.id })
    expect(store.getState().marked).toBeNull()
  })

  test('is kept once it is followed, and forgotten once it is ended', async () => {
    const { user, store, platform } = await renderApp(pathOf(interview, 5))
    await act(async () => store.getState().followTrail({ steps, at: 0 }))
    expect(await screen.findByText('Passage 1 of 3')).toBeVisible()
    await waitFor(() => expect(parseKeptTrail(platform.keptTrail ?? '')).toEqual({ steps, at: 0 }))
    await user.click(card().getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('region', { name: /^A trail of/ })).toBeNull()
    expect(platform.keptTrail).toBe('')
  })

  test.each([
    ['nothing of ours', '{"steps":[]}'],
    ['a damaged passage', `${formatKeptTrail({ steps, at: 0 })}!%`],
    ['a place behind its end', formatKeptTrail({ steps, at: 3 })],
    ['a newer version', formatKeptTrail({ steps, at: 0 }).replace('1', '2')],
    ['no passages', '1!0'],
  ])('that was kept as %s is ignored', async (_, keptTrail) => {
    await renderApp(pathOf(interview, 5), [interview], undefined, { keptTrail })
    await act(async () => void (await import('../../src/views/interview/trail/TrailRegion.tsx')))
    expect(screen.queryByRole('region', { name: /^A trail of/ })).toBeNull()
    expect(parseKeptTrail(keptTrail)).toBeNull()
  })

  test('is read as it was written, whatever stands in it', () => {
    const step = fc.record({
      interview: fc.constant(interview.id),
      turn: fc.constantFrom(...interview.turns.map(({ id }) => id)),
      fingerprint: fc.constantFrom(null, 'abc_-9'),
      quote: fc.option(
        fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).filter((text) => text.length <= 300),
      ),
      note: fc.string({ unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), fc.nat(), (written, place) => {
        const trail = { steps: written, at: place % written.length }
        expect(parseKeptTrail(formatKeptTrail(trail))).toEqual(trail)
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseKeptTrail(text)))
  })
})

describe('a trail in a long interview', () => {
  const [long] = madeLibrary({ interviews: 1, turns: 1600, words: 30, vocabulary: 6000 }) as [Interview] // there is one
  const parts = new Parts(long)
  const here = (parts.starts[4] ?? 0) + 8
  const next = parts.starts[5] ?? 0
  const trail = { steps: [stepOf(long, here), stepOf(long, next), stepOf(long, here)], at: 0 }
  const open = async () => {
    const { sources } = partSources(long)
    const app = await renderApp(pathOf(long, here), [await sources.loadPart(long.id, 5)], sources)
    await act(async () => app.store.getState().followTrail(trail))
    expect(await screen.findByText('Passage 1 of 3')).toBeVisible()
    return app
  }
  const nextPassage = () => card().getByRole('button', { name: 'Next passage' })

  test('leads into another part and back, and marks the words there', async () => {
    const { user, store } = await open()
    for (const index of [next, here]) {
      await user.click(nextPassage())
      await waitFor(() => expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: long.turns[index]!.id }))
      await waitFor(() => expect(store.getState().marked).toMatchObject({ turn: long.turns[index]!.id, start: 0 }))
      expect(store.getState().landing).toBeNull()
      expect(store.getState().interview?.part?.number).toBe(parts.numberOf(index))
    }
    expect(screen.getByText('Passage 3 of 3')).toBeVisible()
  })

  test('is kept among the marks whole', async () => {
    const { user, platform } = await open()
    await user.click(card().getByRole('button', { name: 'Keep these passages' }))
    expect(await screen.findByText('3 passages kept among your marks.')).toBeVisible()
    expect([...platform.markStore.kept.values()].map(({ turn }) => turn).toSorted()).toEqual(
      [here, here, next].map((index) => long.turns[index]!.id).toSorted(),
    )
  })
})
