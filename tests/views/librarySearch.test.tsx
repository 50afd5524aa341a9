import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { readLibraryQuery, writeLibraryQuery } from '../../src/views/library/useLibraryQuery.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'

const library = [blinkenInterview(), hebrewInterview()]
const open = (path = '/') => renderApp(path, library)
const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: /Search all interviews/ })
/** What the search needs is loaded first, which takes its time on a busy machine. */
const PATIENCE = { timeout: 20_000 }
const found = () => screen.findByRole('region', { name: 'Found' }, PATIENCE)
const says = async (text: string | RegExp) => {
  const status = await within(await found()).findByRole('status')
  await waitFor(() => expect(status).toHaveTextContent(text), PATIENCE)
  return status
}

describe('the search across the library', () => {
  test('loads nothing before the field is used, and then what it begins with', async () => {
    const { search, user } = await open()
    expect(search.asked).toEqual([])
    await user.click(field())
    await waitFor(() => expect(search.asked).toEqual(['index.json']))
  })

  test('shows while typing who says it, about what, where, and the words marked', async () => {
    const { user } = await open()
    await user.type(field(), 'CHALLÉNGING')
    await says('1 answer in 1 interview')
    const [answer] = within(await found()).getAllByRole('link')
    expect(answer).toHaveTextContent(/^Dr\. Carter China Antony Blinken’s Recent Initiatives The U\.S\.-China/)
    expect(within(answer!).getByText('challenging').tagName).toBe('MARK')
    expect(answer).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/interviews\/blinken-initiatives\/[\w-]+\/\?quote=challenging$/),
    )
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('stands in the address, from the first letter on, and Back leaves it', async () => {
    const { user } = await open()
    const entries = window.history.length
    await user.type(field(), 'human rights')
    await says(/^\d+ (turns|answers) in 1 interview$/)
    expect(window.location.search).toBe('?q=human+rights')
    expect(window.history.length).toBe(entries + 1)
    expect(field()).toHaveFocus()
    window.history.back()
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Found' })).toBeNull())
    expect(field()).toHaveValue('')
    expect(screen.getAllByRole('article').length).toBe(library.length)
  })

  test('is opened by an address, exact words too', async () => {
    await open('/?q=china&exact=1')
    await says('Nothing found for “china”. Turn off “Exact words”, or look for fewer words.')
    expect(field()).toHaveValue('china')
    expect(screen.getByRole('checkbox', { name: 'Exact words' })).toBeChecked()
  })

  test('finds exact words when they are asked for', async () => {
    const { user } = await open('/?q=alli')
    await says(/in 1 interview$/)
    await user.click(screen.getByRole('checkbox', { name: 'Exact words' }))
    await says(/^Nothing found for “alli”\./)
    expect(window.location.search).toBe('?q=alli&exact=1')
  })

  test('finds other scripts, from right to left', async () => {
    await open('/?q=תודה')
    await says('1 answer in 1 interview')
    const mark = await screen.findByText('תודה')
    expect(mark.parentElement).toHaveAttribute('dir', 'rtl')
  })

  test('says what to do when nothing is found, and when there is no word', async () => {
    const { user } = await open('/?q=xylophone')
    await says('Nothing found for “xylophone”. Look for fewer or shorter words.')
    await user.clear(field())
    await user.type(field(), '…')
    expect(await says('Type a word to look for it.')).toBeVisible()
  })

  test('says what is wrong with a damaged file, and tries again', async () => {
    const { search, user } = await open()
    const manifest = search.files.get('index.json')!
    search.files.set('index.json', '<!doctype html>')
    await user.type(field(), 'china')
    await says('The search did not work: A file of the search is damaged (search/index.json).')
    search.files.set('index.json', manifest)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await says(/in 1 interview$/)).toBeVisible()
  })

  test('is led to by /, which is no letter of it', async () => {
    const { user } = await open()
    await user.keyboard('/')
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('')
    await user.keyboard('1/2')
    expect(field()).toHaveValue('1/2')
  })

  test('leaves / alone for a reader who has turned off letter keys', async () => {
    const { user, store } = await open()
    store.getState().prefer({ hasCharacterKeys: false })
    await user.keyboard('/')
    expect(field()).not.toHaveFocus()
  })
})

test('an address is read whatever stands in it', () => {
  expect(readLibraryQuery('?q=a%2&exact=2')).toEqual({ words: 'a%2', isExact: false })
  expect(readLibraryQuery(`?q=${'a'.repeat(5000)}`).words).toHaveLength(400)
  expect(readLibraryQuery('?%%%')).toEqual({ words: '', isExact: false })
  expect(readLibraryQuery(writeLibraryQuery({ words: 'a & b=“c”', isExact: true }))).toEqual({
    words: 'a & b=“c”',
    isExact: true,
  })
})
