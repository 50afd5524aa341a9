import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { Parts } from '../../src/domain/parts.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'
import { madeLibrary } from '../support/madeLibrary.ts'
import { partSources } from '../support/partSources.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const WORDS = 'strategic competition with a willingness to engage when necessary.'

const openCard = async () => {
  const app = await renderApp(start)
  await app.user.keyboard('q')
  const field = await screen.findByRole('textbox', { name: 'The words as they were quoted' })
  const says = (text: string | RegExp) => waitFor(() => expect(card().getByRole('status')).toHaveTextContent(text))
  return { ...app, field, says }
}
const card = () => within(screen.getByRole('region', { name: 'Check a quotation' }))
const status = () => card().getByRole('status')

describe('the check of a quotation', () => {
  test('opens by key with the focus in the field, and closes by Escape without losing what was pasted', async () => {
    const { user, field } = await openCard()
    expect(field).toHaveFocus()
    await user.paste(WORDS)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Check a quotation' })).toBeNull()
    await user.keyboard('q')
    expect(await screen.findByRole('textbox', { name: 'The words as they were quoted' })).toHaveValue(WORDS)
  })

  test('takes what was typed before its card was there', async () => {
    const { user, store } = await renderApp(start)
    await user.keyboard('q')
    act(() => store.getState().typeAhead('Human rights'))
    expect(await screen.findByRole('textbox', { name: 'The words as they were quoted' })).toHaveValue('Human rights')
  })

  test('says that words are verbatim, whose they are and on what, and leads to them', async () => {
    const { user, says, store } = await openCard()
    await user.paste(`“${WORDS}”`)
    await says('Verbatim: Dr. Carter, China.')
    await act(async () => card().getByRole('link', { name: 'Go there' }).click()) // what marks them is loaded now
    const { visit, marked } = store.getState()
    expect(visit.place).toEqual({ kind: 'turn', turn: interview.turns[7]?.id })
    expect(interview.turns[7]?.paragraphs.join('\n\n').slice(marked?.start, marked?.end)).toBe(WORDS)
  })

  test('puts what was quoted beside what was said', async () => {
    const { user, says } = await openCard()
    await user.paste(WORDS.replace('strategic', 'tactical').replace('necessary', 'needed'))
    await says('Differs by 2 words: Dr. Carter, China.')
    expect(
      card()
        .getAllByRole('deletion')
        .map(({ textContent }) => textContent),
    ).toEqual(['tactical', 'needed'])
    expect(
      card()
        .getAllByRole('insertion')
        .map(({ textContent }) => textContent),
    ).toEqual(['strategic', 'necessary'])
  })

  test('says who said it when somebody else is named, in the text or by choice', async () => {
    const { user, field, says } = await openCard()
    await user.paste(`“${WORDS}” — Editor`)
    await says('Said by Dr. Carter, not by Editor. Verbatim: Dr. Carter, China.')
    await user.clear(field)
    await user.type(field, WORDS)
    await says(/^Verbatim/)
    await user.selectOptions(card().getByRole('combobox', { name: 'Quoted as the words of' }), 'Editor')
    await waitFor(() => expect(card().getByRole('status')).toHaveTextContent(/^Said by Dr\. Carter, not by Editor\./))
  })

  test('tells pieces of two places, what is not there, and what is too long', async () => {
    const { user, field, says } = await openCard()
    await user.paste(`${interview.turns[9]?.paragraphs[0]?.split(/(?<=\.) /)[0]} ${WORDS}`)
    await says('Not said together: joined from 2 places.')
    await user.clear(field)
    await user.paste('Bread needs patience and warm hands.')
    await says(/^Not in this interview\./)
    await user.clear(field)
    await user.paste('word '.repeat(1001))
    await says('These are 5,005 characters. Check 5,000 at most at a time.')
    expect(field).toHaveValue('word '.repeat(1001))
  })

  test('copies the link to the words, and the words with their source', async () => {
    const { user, says, platform } = await openCard()
    await user.paste(WORDS)
    await says(/^Verbatim/)
    await user.click(card().getByRole('button', { name: 'Copy link' }))
    expect(platform.copied.at(-1)).toMatch(
      /\/interviews\/blinken-initiatives\/[^/]+\/\?v=[\w-]+&quote=strategic%20competition/,
    )
    await user.click(card().getByRole('button', { name: 'Copy as it was said' }))
    expect(platform.copied.at(-1)).toMatch(/^“strategic competition .* necessary\.” — Dr\. Emily Carter, /)
  })
})

describe('the check of a quotation in an interview of parts', () => {
  const [long] = madeLibrary({ interviews: 1, turns: 1600, words: 30, vocabulary: 6000 }) as [Interview] // there is one
  const parts = new Parts(long)
  const startOf = (part: number) => parts.starts[part - 1] ?? 0
  const wordsOf = (turn: number, from = 0, to = 12) => turnText(long.turns[turn]!).split(' ').slice(from, to).join(' ')
  const turnIn = (part: number, isGuest: boolean) =>
    long.turns.findIndex(
      ({ speaker }, at) =>
        at >= startOf(part) + 4 && (long.speakers.find(({ label }) => label === speaker)?.role === 'guest') === isGuest,
    )
  const here = turnIn(5, true)
  const far = turnIn(20, true)
  const openIn = async (options: Parameters<typeof partSources>[1] = {}) => {
    const { sources, asked } = partSources(long, options)
    const path = `/interviews/${long.id}/${long.turns[here]!.id}/`
    const app = await renderApp(path, [await sources.loadPart(long.id, 5)], sources)
    await app.user.keyboard('q')
    const field = await screen.findByRole('textbox', { name: 'The words as they were quoted' })
    const check = async (quotation: string) => {
      await app.user.clear(field)
      await app.user.paste(quotation)
    }
    return { ...app, asked, check }
  }
  /** Holds back every part but the open one until it is called. */
  const heldBack = () => {
    let release = () => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    return { release: () => release(), until: (part: number) => (part <= 6 ? Promise.resolve() : released) }
  }

  test('looks at the open part at once, then at the others, and says how far it is', async () => {
    const { release, until } = heldBack()
    const { check } = await openIn({ until })
    await check(wordsOf(here))
    await waitFor(() =>
      expect(status()).toHaveTextContent(
        `Looked at 6 of ${parts.starts.length} parts … In this part of the interview: Verbatim: `,
      ),
    )
    release()
    await waitFor(() => expect(status()).toHaveTextContent(/^Verbatim/))
    await check(wordsOf(far, 2, 18))
    await waitFor(() => expect(status()).toHaveTextContent(/^Verbatim/))
  })

  test('says that words in another part are verbatim, and leads to them', async () => {
    const { check, store } = await openIn()
    await check(wordsOf(far, 2, 30))
    await waitFor(() => expect(status()).toHaveTextContent(/^Verbatim: /))
    await act(async () => card().getByRole('link', { name: 'Go there' }).click())
    await waitFor(() => expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: long.turns[far]!.id }))
    expect(store.getState().interview?.part?.number).toBe(20)
    const { marked } = store.getState()
    expect(turnText(long.turns[far]!).slice(marked?.start, marked?.end)).toBe(wordsOf(far, 2, 30))
    await waitFor(() => expect(status()).toHaveTextContent(/^Verbatim: /))
  })

  test('tells what was joined from passages in two parts, and who said what', async () => {
    const { check } = await openIn()
    await check(`${wordsOf(here, 0, 14)} ${wordsOf(far, 2, 16)}`)
    await waitFor(() => expect(status()).toHaveTextContent('Not said together: joined from 2 places.'))
    const question = turnIn(12, false)
    await check(`“${turnText(long.turns[question]!)}” — ${long.turns[far]!.speaker}`)
    await waitFor(() =>
      expect(status()).toHaveTextContent(
        `Said by ${long.turns[question]!.speaker}, not by ${long.turns[far]!.speaker}. Verbatim`,
      ),
    )
  })

  test('says that it is not in the interview once all parts were looked at, and not before', async () => {
    const { release, until } = heldBack()
    const { check } = await openIn({ until })
    await check('xylophone zeppelin quagmire')
    await waitFor(() =>
      expect(status()).toHaveTextContent(/^Looked at 6 of \d+ parts … Not in this part of the interview\.$/),
    )
    release()
    await waitFor(() => expect(status()).toHaveTextContent(/^Not in this interview\.$/))
  })

  test('says which part could not be fetched', async () => {
    const { check } = await openIn({ missing: [7] })
    await check('xylophone zeppelin quagmire')
    await waitFor(() =>
      expect(status()).toHaveTextContent(
        `Part 7 of ${parts.starts.length} could not be fetched. Not in the parts that could be looked at.`,
      ),
    )
  })

  test('stops when the words change or the card is closed', async () => {
    const { release, until } = heldBack()
    const { check, user, asked } = await openIn({ until })
    await check('xylophone zeppelin quagmire')
    await waitFor(() => expect(status()).toHaveTextContent(/^Looked at 6 of /))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Check a quotation' })).toBeNull()
    await act(async () => release())
    await user.keyboard('q')
    await screen.findByRole('textbox', { name: 'The words as they were quoted' })
    await waitFor(() => expect(status()).toHaveTextContent(/^Not in this interview\.$/))
    // The two lots that it had come to before, and then each part once.
    expect(asked.filter((part) => part > 12)).toHaveLength(parts.starts.length - 12)
  })
})

describe('the check in all interviews', () => {
  test('takes the parts of a long interview as one text', async () => {
    const [long] = madeLibrary({ interviews: 1, turns: 1800, words: 30, vocabulary: 6000 }) as [Interview] // there is one
    const { sources } = partSources(long)
    const first = await sources.loadPart(long.id, 1)
    const { user } = await renderApp('/check/', [first], sources)
    await user.click(screen.getByRole('textbox'))
    const wordsOf = (turn: number) => turnText(long.turns[turn]!).split(' ').slice(2, 20).join(' ')
    await user.paste(`${wordsOf(401)} ${wordsOf(1601)}`)
    await waitFor(() => expect(screen.getByText('Not said together: joined from 2 places.')).toBeVisible())
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1)
  })

  test('says in which interview the words stand, the best place first, and keeps what was pasted in an interview', async () => {
    const { user } = await renderApp('/check/', [hebrewInterview(), interview])
    await user.type(screen.getByRole('textbox'), WORDS)
    await waitFor(() => expect(screen.getByText('Found in 1 place, the best first.')).toBeVisible())
    expect(screen.getByRole('heading', { level: 2, name: interview.title })).toBeVisible()
    expect(screen.getByText('Verbatim: Dr. Carter, China.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go there' })).toHaveAttribute(
      'href',
      expect.stringContaining('&quote=strategic'),
    )
    await user.clear(screen.getByRole('textbox'))
    await user.type(screen.getByRole('textbox'), 'xylophone')
    await waitFor(() => expect(screen.getByText('Nothing like it in any of the 2 interviews here.')).toBeVisible())
  })

  describe('of a library of many', () => {
    const library = madeLibrary({ interviews: 30, turns: 12, words: 60, vocabulary: 6000 })
    const words = turnText(library[17]!.turns[5]!).split(' ').slice(10, 26)
    const check = async (quotation: string, prepare: (files: Map<string, string>) => void = () => {}) => {
      const { user, search } = await renderApp('/check/', library)
      prepare(search.files)
      await user.click(screen.getByRole('textbox'))
      await user.paste(quotation)
      return (says: RegExp | string) => screen.findByText(says)
    }

    test('looks at the interviews alone that its index names, and loads no text of the others', async () => {
      const says = await check(words.join(' '))
      await says('Found in 1 place, the best first. Looked at 1 of 30 interviews, those that share most of its words.')
      expect(screen.getByText(/^Verbatim: /)).toBeVisible()
      expect(screen.getByRole('heading', { level: 2, name: 'Interview 17' })).toBeVisible()
    })

    test('finds changed words among those that share most of them', async () => {
      const says = await check(words.with(4, 'xylophone').with(9, 'zeppelin').join(' '))
      await says(/^Found in 1 place, the best first\. Looked at \d+ of 30 interviews, /)
      expect(screen.getByText(/^Differs by 2 words: /)).toBeVisible()
      expect(screen.getByRole('heading', { level: 2, name: 'Interview 17' })).toBeVisible()
    })

    test('says on how much it rests that a quotation is nowhere', async () => {
      const says = await check('xylophone zeppelin')
      await says('Not in any of the 30 interviews here as it is quoted, and none of them shares its rarer words.')
      expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([])
    })

    test('looks at every interview where the index cannot be had', async () => {
      const says = await check(words.with(4, 'xylophone').join(' '), (files) => files.clear())
      await says('Found in 1 place, the best first.')
      expect(screen.getByText(/^Differs by 1 word: /)).toBeVisible()
    })
  })
})
