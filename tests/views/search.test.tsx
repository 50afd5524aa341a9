import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { blinkenInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const card = () => within(screen.getByRole('search', { name: 'Search this interview' }))
const field = () => screen.findByRole('searchbox', { name: 'Words to look for' })
const says = (text: string | RegExp) => waitFor(() => expect(card().getByRole('status')).toHaveTextContent(text))
const currentTurn = () => document.querySelector('article[aria-current]')?.id
const turnId = (index: number) => interview.turns[index]?.id

const openSearch = async (path = start) => {
  const app = await renderApp(path)
  // What marks the words is loaded with the first hit.
  await act(async () => void (await import('../../src/views/interview/sharing/SharingRegion.tsx')))
  if (path === start) await app.user.keyboard('/')
  await field()
  return app
}

describe('the search in an interview', () => {
  test('opens by its key and by its button, with the focus in the field', async () => {
    const { user } = await openSearch()
    expect(await field()).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('search')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Search this interview' }))
    expect(await field()).toHaveFocus()
  })

  test('lists the hits with speaker, topic and the words marked, and leads to the first', async () => {
    const { user } = await openSearch()
    await user.type(await field(), 'Human Rights')
    await says('1 of 5')
    const items = within(card().getByRole('list', { name: 'Hits' })).getAllByRole('listitem')
    expect(items).toHaveLength(5)
    expect(items[0]).toHaveTextContent('Dr. CarterChina')
    expect(within(items[1]!).getByText('human rights')).toHaveProperty('tagName', 'MARK')
    expect(currentTurn()).toBe(turnId(7))
    expect(await field()).toHaveFocus()
  })

  test('goes from hit to hit by Enter, by n and N, by the list, and round the end', async () => {
    const { user } = await openSearch()
    await user.type(await field(), 'human rights')
    await says('1 of 5')
    await user.keyboard('{Enter}')
    await says('2 of 5')
    expect(currentTurn()).toBe(turnId(8))
    await user.keyboard('{Shift>}{Enter}{/Shift}{Shift>}{Enter}{/Shift}')
    await says('5 of 5')
    await user.click(card().getByRole('button', { name: 'Next hit' }))
    await says('1 of 5')
    await user.click(within(card().getByRole('list', { name: 'Hits' })).getAllByRole('button')[2]!)
    await says('3 of 5')
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('nN')
    await says('3 of 5')
    await user.keyboard('n')
    await says('4 of 5')
  })

  test('goes on from where the reader went meanwhile', async () => {
    const { user, store } = await openSearch()
    await user.type(await field(), 'human rights')
    await says('1 of 5')
    act(() => store.getState().jump({ kind: 'turn', turn: interview.turns[10]!.id }))
    await user.keyboard('{Enter}')
    expect(currentTurn()).toBe(turnId(11))
    await says('5 of 5')
  })

  test('lists of many hits those round the one that the reader is at, and marks all on the ribbon', async () => {
    const { user, store } = await openSearch()
    await user.type(await field(), 'e')
    await says(/^1 of \d{3,}/)
    const items = () => within(card().getByRole('list', { name: 'Hits' })).getAllByRole('button')
    expect(items()).toHaveLength(200)
    expect(card().getByText('Hits 1 to 200 are listed.')).toBeVisible()
    act(() => store.getState().jump({ kind: 'turn', turn: interview.turns[15]!.id }))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(currentTurn()).toBe(turnId(15)))
    await waitFor(() => expect(items().filter((item) => item.ariaCurrent === 'true')).toHaveLength(1))
    expect(card().queryByText('Hits 1 to 200 are listed.')).toBeNull()
    expect(document.querySelectorAll('#ribbon_ticks [data-current]')).toHaveLength(1)
    const shares = [...document.querySelectorAll('#ribbon_ticks svg')].map((tick) =>
      parseFloat(tick.getAttribute('x')!),
    )
    expect(Math.max(...shares)).toBeGreaterThan(90)
  })

  test('leaves Escape and Enter to what is still being composed', async () => {
    const { user } = await openSearch()
    await user.type(await field(), 'human rights')
    await says('1 of 5')
    fireEvent.keyDown(await field(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(await field(), { key: 'Escape', isComposing: true })
    await says('1 of 5')
    fireEvent.keyDown(await field(), { key: 'Escape' })
    expect(screen.queryByRole('search')).toBeNull()
  })

  test('is silent while a voice reads', async () => {
    const { user, store } = await openSearch()
    await user.type(await field(), 'human rights')
    await says('1 of 5')
    expect(card().getByRole('status')).toHaveAttribute('aria-live', 'polite')
    act(() => store.getState().play({ turn: 7, sentence: 0 }))
    await waitFor(() => expect(card().getByRole('status')).toHaveAttribute('aria-live', 'off'))
  })

  test('is narrowed down by speaker, topic and exact words, and says what is there without that', async () => {
    const { user } = await openSearch()
    await user.type(await field(), 'human rights')
    await says(/of 5$/)
    await user.selectOptions(card().getByRole('combobox', { name: 'Whose words' }), 'Editor')
    await says(/^1 hit|^1 of 1/)
    await user.selectOptions(card().getByRole('combobox', { name: 'On which topic' }), 'China')
    await says('Nothing found.')
    await user.click(card().getByRole('button', { name: '5 hits without the filters' }))
    await says(/5/)
    await user.click(card().getByRole('checkbox', { name: 'Exact words' }))
    await waitFor(() => expect(card().getByRole('status')).toHaveTextContent(/4/))
  })

  test('stands in the address, is opened by it, and leaves it when it is closed', async () => {
    const { user } = await openSearch()
    const entries = window.history.length
    await user.type(await field(), 'open lines')
    await waitFor(() => expect(window.location.search).toBe('?q=open%20lines'))
    expect(window.history.length).toBe(entries + 1)
    await waitFor(() => expect(window.location.pathname).toBe(`${start}${turnId(7)}/`))
    expect(window.location.search).toBe('?q=open%20lines')
    await user.click(card().getByRole('button', { name: 'Close the search' }))
    await waitFor(() => expect(window.location.search).toBe(''))
    expect(screen.queryByRole('search')).toBeNull()
  })

  test('a link to a search shows it, at the place of the link', async () => {
    const { user } = await openSearch(`${start}${turnId(9)}/?q=human+rights&speaker=Dr.%20Carter`)
    await says('4 hits')
    expect(currentTurn()).toBe(turnId(9))
    expect(card().getByRole('combobox', { name: 'Whose words' })).toHaveValue('Dr. Carter')
    await user.click(card().getByRole('button', { name: 'Next hit' }))
    await says('2 of 4')
  })

  test('hands what was typed to the check of quotations', async () => {
    const { user } = await openSearch()
    await user.type(await field(), 'open lines of communication')
    await user.click(card().getByRole('button', { name: 'Check a quotation' }))
    expect(await screen.findByRole('textbox', { name: 'The words as they were quoted' })).toHaveValue(
      'open lines of communication',
    )
  })
})
