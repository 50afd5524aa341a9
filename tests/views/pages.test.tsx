import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PartBoundary } from '../../src/views/PartBoundary.tsx'
import { blinkenInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'
import { render } from '@testing-library/react'

const interview = blinkenInterview()

function Broken(): never {
  throw new Error('broken on purpose')
}

test('the library shows each interview with its people, topics and length', async () => {
  await renderApp('/')
  const card = screen.getByRole('article')
  expect(within(card).getByRole('heading', { level: 2 })).toHaveTextContent(interview.title)
  expect(within(card).getByText('Dr. Emily Carter')).toBeInTheDocument()
  expect(within(card).getByText('17 turns · 8 answers · about 4 min')).toBeInTheDocument()
  expect(within(card).getByRole('link', { name: 'China' })).toHaveAttribute(
    'href',
    '/interviews/blinken-initiatives/topics/china/',
  )
})

test('/interviews/ is the library too', async () => {
  await renderApp('/interviews/')
  expect(screen.getByRole('heading', { level: 1, name: 'Interviews' })).toBeInTheDocument()
})

test('an empty library says so', async () => {
  await renderApp('/', [])
  expect(screen.getByText('There are no interviews yet.')).toBeInTheDocument()
})

test('a turn that is not there says so and shows the nearest', async () => {
  const id = interview.turns[7]?.id
  const { user } = await renderApp(`/interviews/blinken-initiatives/${id}-and-more/`)
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    `This interview has no turn called “${id}-and-more”.`,
  )
  await user.click(screen.getByRole('link', { name: /Answer 4/ }))
  expect(document.querySelector('article[aria-current]')?.id).toBe(id)
})

test('a topic that is not there says so and lists those that are', async () => {
  await renderApp('/interviews/blinken-initiatives/topics/europe/')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'This interview has no topic called “europe”.',
  )
  expect(screen.getByRole('link', { name: 'Alliances' })).toBeInTheDocument()
})

test('an interview that is not there says so and shows the nearest', async () => {
  await renderApp('/interviews/blinken-initiative/')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'There is no interview called “blinken-initiative” here.',
  )
  expect(screen.getByRole('link', { name: interview.title })).toHaveAttribute(
    'href',
    '/interviews/blinken-initiatives/',
  )
})

test('any other address says that there is no page, and leads to the library', async () => {
  await renderApp('/about/us/')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('There is no page at this address.')
  expect(screen.getByRole('link', { name: 'All interviews' })).toHaveAttribute('href', '/')
})

test('a wrong address is shown as plain text, without marks that turn it round', async () => {
  await renderApp(`/interviews/blinken-initiatives/${encodeURIComponent('<img src=x>\u202Egnp')}/`)
  const says = await screen.findByRole('heading', { level: 1 })
  expect(says).toHaveTextContent('This interview has no turn called “<img src=x>gnp”.')
  expect(document.querySelector('img')).toBeNull()
})

test('a part that fails says so, and leaves the text alone', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  render(
    <>
      <PartBoundary name="The player">
        <Broken />
      </PartBoundary>
      <p>The text</p>
    </>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('The player has failed.')
  expect(screen.getByText('The text')).toBeInTheDocument()
})
