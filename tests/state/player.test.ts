import { beforeEach, describe, expect, test } from 'vitest'
import type { Interview } from '../../src/domain/interview.ts'
import { START } from '../../src/domain/link.ts'
import {
  captionOf,
  describePlace,
  selectAnnouncement,
  selectCurrentSection,
  selectCurrentTurn,
} from '../../src/state/selectors.ts'
import { createAppStore, type AppStore } from '../../src/state/store.ts'
import { fakePlatform } from '../support/fakePlatform.ts'
import { blinkenInterview } from '../support/interviews.ts'

describe('the player', () => {
  let interview: Interview
  let store: AppStore
  const current = () => selectCurrentTurn(store.getState())

  beforeEach(() => {
    interview = blinkenInterview()
    store = createAppStore(fakePlatform(), { interview, place: START })
  })

  test('opens above the first turn, where no turn is current', () => {
    expect(current()).toBeNull()
    expect(selectCurrentSection(store.getState())).toBeNull()
  })

  test('steps through every turn in order and stays at the last', () => {
    const seen = interview.turns.map(() => {
      store.getState().stepTurn(1)
      return current()
    })
    expect(seen).toEqual(interview.turns.map((_, index) => index))
    store.getState().stepTurn(1)
    expect(current()).toBe(interview.turns.length - 1)
  })

  test('does not step back past the first turn', () => {
    store.getState().stepTurn(1)
    store.getState().stepTurn(-1)
    expect(current()).toBe(0)
  })

  test('steps from answer to answer, over the questions between', () => {
    const seen = Array.from({ length: 9 }, () => {
      store.getState().stepAnswer(1)
      return current()
    })
    expect(seen).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 15])
    store.getState().stepAnswer(-1)
    expect(current()).toBe(13)
  })

  test('goes to the first and to the last turn', () => {
    store.getState().stepToEnd('last')
    expect(current()).toBe(16)
    store.getState().stepToEnd('first')
    expect(current()).toBe(0)
  })

  test('jumps to a topic by its number, 1 being Alliances', () => {
    store.getState().jumpTopic(1)
    expect(store.getState().visit).toEqual({ place: { kind: 'topic', topic: 'alliances' }, by: 'jumping' })
    expect(current()).toBe(2)
  })

  test('ignores the number of a topic that there is not', () => {
    store.getState().jumpTopic(6)
    expect(store.getState().visit.place).toBe(START)
  })

  test('jumps from heading to heading, to a turn where the heading is of no topic', () => {
    const places = Array.from({ length: 8 }, () => {
      store.getState().jumpSection(1)
      const { place } = store.getState().visit
      return place.kind === 'topic' ? place.topic : place.kind === 'turn' ? current() : null
    })
    expect(places).toEqual([0, 'alliances', 'china', 'human-rights', 'public-opinion', 'outlook', 14, 14])
  })

  test('goes round the turns that mention a topic elsewhere', () => {
    const topic = interview.topics.find(({ id }) => id === 'human-rights')
    if (!topic) throw new Error('the interview has lost a topic')
    const seen = [1, 1, 1, -1, -1].map((by) => {
      store.getState().jumpMention(topic.id, by > 0 ? 1 : -1)
      return current()
    })
    expect(seen).toEqual([7, 11, 7, 11, 7])
  })

  test('counts two arrivals at one place as two visits, so that the text is brought into view again', () => {
    store.getState().jumpTopic(2)
    const first = store.getState().visit
    store.getState().jumpTopic(2)
    expect(store.getState().visit).not.toBe(first)
    expect(store.getState().visit).toEqual(first)
  })

  test('does nothing while no interview is open', () => {
    const empty = createAppStore(fakePlatform(), null)
    empty.getState().stepTurn(1)
    empty.getState().jumpTopic(1)
    empty.getState().stepToEnd('last')
    expect(empty.getState().visit).toEqual({ place: START, by: 'opening' })
    expect(selectCurrentTurn(empty.getState())).toBeNull()
  })

  test('says where a jump led, and nothing after a step', () => {
    store.getState().jumpTopic(2)
    expect(selectAnnouncement(store.getState())).toBe('China, Question 4, Editor')
    store.getState().stepTurn(1)
    expect(selectAnnouncement(store.getState())).toBe('')
  })

  test('names a turn by section, part and speaker, and the sign-off by its speaker alone', () => {
    expect(captionOf(interview, 7)).toMatchObject({ section: 'China', hue: 2, part: 'Answer 4' })
    const last = interview.turns[16]
    if (!last) throw new Error('the interview has lost a turn')
    expect(describePlace(interview, { kind: 'turn', turn: last.id })).toBe('Closing, Editor')
  })
})
