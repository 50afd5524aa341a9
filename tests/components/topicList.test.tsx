import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { TopicList } from '../../src/components/TopicList/TopicList.tsx'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()
const draw = (current: number | null, onNextMention = vi.fn<(topic: string) => void>()) => {
  render(<TopicList interview={interview} base="/colloquy/" current={current} onNextMention={onNextMention} />)
  return { list: screen.getByRole('navigation', { name: 'Topics' }), onNextMention }
}

test('the list of topics has every heading in order, with about how long it takes', () => {
  const { list } = draw(null)
  const links = within(list).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    'Openingunder 1 min',
    'Alliancesabout 1 min',
    'Chinaunder 1 min',
    'Human rightsunder 1 min',
    'Public opinionunder 1 min',
    'Outlookunder 1 min',
    'Closingunder 1 min',
  ])
})

test('with a recording it is said to the second how long a heading takes', () => {
  const turns = interview.turns.map((_, index) => index * 40.5)
  const recording = { file: 'a.mp3', kind: 'audio' as const, turns, end: 700, words: null }
  render(<TopicList interview={{ ...interview, recording }} base="/" current={null} onNextMention={() => {}} />)
  expect(screen.getAllByRole('link')[0]?.textContent).toBe('Opening1:21') // two turns
})

test('a topic leads to its own page, a heading of no topic to its first turn', () => {
  const { list } = draw(null)
  const addresses = within(list)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))
  expect(addresses[2]).toBe('/colloquy/interviews/blinken-initiatives/topics/china/')
  expect(addresses[0]).toBe(`/colloquy/interviews/blinken-initiatives/${interview.turns[0]?.id}/`)
})

test('the section that the reader is in is marked, and only that', () => {
  const { list } = draw(2)
  const current = within(list)
    .getAllByRole('link')
    .filter((link) => link.hasAttribute('aria-current'))
  expect(current.map((link) => link.textContent)).toEqual(['Chinaunder 1 min'])
})

test('a topic says where else it is mentioned, and leads there', async () => {
  const { list, onNextMention } = draw(null)
  const buttons = within(list).getAllByRole('button')
  expect(buttons.map((button) => button.firstChild?.textContent)).toEqual([
    'also in two other answers',
    'also in one other answer',
    'also in two other answers',
  ])
  await userEvent.click(within(list).getAllByRole('button')[2] as HTMLElement)
  expect(onNextMention).toHaveBeenCalledWith('human-rights')
})
