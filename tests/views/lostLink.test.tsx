import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pathOfPlace } from '../../src/domain/link.ts'
import { Parts } from '../../src/domain/parts.ts'
import { talk } from '../support/ledgers.ts'
import { renderApp } from '../support/renderApp.tsx'

const WORDS = ['mill', 'oven', 'crust', 'flour', 'yeast', 'grain', 'stove', 'dough', 'field']
const whole = talk(
  ...Array.from({ length: 240 }, (_, index) => {
    const words = [index % 9, Math.floor(index / 9) % 9, Math.floor(index / 81)].map((at) => WORDS[at])
    return `${index % 2 === 0 ? 'Host' : 'Baker'}: ${words.join(' ')}`
  }),
)
const part = new Parts(whole).part(2)
const pathOf = (index: number) => pathOfPlace(part, { kind: 'turn', turn: part.turns[index]!.id })

// As the page of a turn that was cut has it, which the program draws anew.
beforeEach(() => {
  document.documentElement.dataset['shell'] = ''
})
afterEach(() => {
  delete document.documentElement.dataset['shell']
})

test('words of a turn that was cut are found in a later part of a long interview', async () => {
  const moved = part.turns[9]!
  await renderApp(`/interviews/talk/was-cut/?quote=${encodeURIComponent(moved.paragraphs[0]!)}`, [part])
  await waitFor(() => expect(window.location.pathname).toBe(pathOf(9)))
})

test('where nothing is like a link, a later part opens at its first turn, and says so', async () => {
  await renderApp('/interviews/talk/was-cut/?quote=never%20said%20by%20anybody', [part])
  await waitFor(() => expect(window.location.pathname).toBe(pathOf(0)))
  expect(await screen.findByRole('complementary', { name: 'About the link' })).toHaveTextContent(
    'never said by anybody',
  )
})
