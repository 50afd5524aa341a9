import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeBaggage } from '../../src/domain/address.ts'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { Parts } from '../../src/domain/parts.ts'
import { madeLibrary } from '../support/madeLibrary.ts'
import { partSources } from '../support/partSources.ts'
import { renderApp } from '../support/renderApp.tsx'

const [long] = madeLibrary({ interviews: 1, turns: 1600, words: 30, vocabulary: 6000 }) as [Interview] // there is one
const parts = new Parts(long)
const FAR = 1501
const START = `/interviews/${long.id}/`
const wordsOf = (turn: number) => turnText(long.turns[turn]!).split(' ').slice(3, 15).join(' ')
const linkTo = (words: string, turn = 'words-that-went-away/') =>
  START + turn + writeBaggage({ fingerprint: null, quote: words })
const note = () => screen.findByRole('complementary', { name: 'About the link' })

/** Opens an address of a long interview; parts behind the sixth come once they are released. */
async function follow(address: string, { of = long, missing = [] as readonly number[], isHeld = false } = {}) {
  let release = () => {}
  const released = isHeld ? new Promise<void>((done) => (release = done)) : Promise.resolve()
  const { sources } = partSources(of, { missing, until: (part) => (part <= 6 ? Promise.resolve() : released) })
  const app = await renderApp(address, [await sources.loadPart(of.id, 1)], sources)
  const place = () => app.store.getState().visit.place
  return { ...app, place, release: () => act(async () => release()) }
}

describe('a link into a long interview whose turn has no such id today', () => {
  // As the page for unknown addresses has it: its own page would be loaded otherwise.
  beforeEach(() => void (document.documentElement.dataset['shell'] = ''))
  afterEach(() => void delete document.documentElement.dataset['shell'])

  test('is looked for in all parts, says so meanwhile, and lands on its words', async () => {
    const { store, place, release } = await follow(linkTo(wordsOf(FAR)), { isHeld: true })
    expect(await note()).toHaveTextContent('Looking for what this link points at')
    await waitFor(async () => expect(await note()).toHaveTextContent(`in 6 of ${parts.starts.length} parts so far`))
    expect(place()).toEqual({ kind: 'start' })
    await release()
    await waitFor(() => expect(place()).toEqual({ kind: 'turn', turn: long.turns[FAR]!.id }))
    const { marked, interview } = store.getState()
    expect(interview?.part?.number).toBe(parts.numberOf(FAR))
    expect(turnText(long.turns[FAR]!).slice(marked?.start, marked?.end)).toBe(wordsOf(FAR))
    await waitFor(() => expect(window.location.pathname).toBe(`${START}${long.turns[FAR]!.id}/`))
    expect(screen.queryByRole('complementary', { name: 'About the link' })).toBeNull()
  })

  test('is looked for in all parts too where it names no turn at all', async () => {
    const { place } = await follow(linkTo(wordsOf(FAR), ''))
    await waitFor(() => expect(place()).toEqual({ kind: 'turn', turn: long.turns[FAR]!.id }))
  })

  test('is looked for from the part that its page names', async () => {
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    const { sources } = partSources(long, { until: (part) => (part === 5 ? Promise.resolve() : released) })
    const fifth = await sources.loadPart(long.id, 5)
    const { store } = await renderApp(linkTo(wordsOf(FAR)), [fifth], sources)
    expect(await note()).toHaveTextContent('Looking for what this link points at')
    expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: fifth.turns[0]!.id })
    await act(async () => release())
    await waitFor(() => expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: long.turns[FAR]!.id }))
  })

  test('leads nowhere by words that stand in two parts, and shows both', async () => {
    const twice = {
      ...long,
      turns: long.turns.with(41, { ...long.turns[41]!, paragraphs: long.turns[FAR]!.paragraphs }),
    }
    const { store } = await follow(linkTo(wordsOf(FAR)), { of: twice })
    expect(await screen.findByText(/^What this link pointed at is no longer in the interview, or/)).toBeVisible()
    expect((await note()).querySelectorAll('a')).toHaveLength(2)
    expect(store.getState().marked).toBeNull()
  })

  test('opens at the nearest place with its words where it is nowhere', async () => {
    await follow(linkTo('xylophone zeppelin quagmire bumblebee marzipan labyrinth kaleidoscope'))
    expect(await screen.findByText(/^What this link pointed at is no longer in the interview, or/)).toBeVisible()
    expect(await note()).toHaveTextContent('xylophone zeppelin quagmire')
  })

  test('calls nobody back who has gone on, and offers the way', async () => {
    const { user, place, release } = await follow(linkTo(wordsOf(FAR)), { isHeld: true })
    await note()
    await user.keyboard('j')
    await release()
    expect(await screen.findByText('What this link points at is in another part of the interview.')).toBeVisible()
    expect(place()).toEqual({ kind: 'turn', turn: long.turns[0]!.id })
    expect((await note()).querySelector('a')?.getAttribute('href')).toContain(
      `/${long.turns[FAR]!.id}/?quote=${encodeURIComponent(wordsOf(FAR))}`,
    )
  })

  test('is not told for sure while a part cannot be fetched', async () => {
    const { store } = await follow(linkTo(wordsOf(FAR)), { missing: [9] })
    expect(
      await screen.findByText('What this link points at cannot be told: a part of the interview could not be fetched.'),
    ).toBeVisible()
    expect((await note()).querySelectorAll('a')).toHaveLength(1)
    expect(store.getState().visit.place).toEqual({ kind: 'start' })
  })

  test('is looked for no longer once its note is closed', async () => {
    const { user, place, release } = await follow(linkTo(wordsOf(FAR)), { isHeld: true })
    await note()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await release()
    expect(screen.queryByRole('complementary', { name: 'About the link' })).toBeNull()
    expect(place()).toEqual({ kind: 'start' })
  })
})
