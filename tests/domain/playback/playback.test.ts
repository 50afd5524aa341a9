import { beforeEach, describe, expect, test } from 'vitest'
import { playbackReducer } from '../../../src/domain/playback.ts'
import { commandsBetween, type NarratorCommand } from '../../../src/domain/playback/commands.ts'
import { sentenceFrom, type Cursor } from '../../../src/domain/playback/cursor.ts'
import { planFrom, type PlaybackOptions } from '../../../src/domain/playback/plan.ts'
import { initialPlayback, runOf, type Playback, type PlaybackEvent } from '../../../src/domain/playback/state.ts'
import { ABLE, talkOf } from '../../support/playback.ts'

/**
 * Two topics, and a question that nobody answers:
 *
 *     0 Q   1 A A   2 A │ 3 Q Q   4 A   5 Q
 */
const interview = talkOf([
  { role: 'interviewer', sentences: 1, isTopic: true },
  { role: 'guest', sentences: 2, isTopic: false },
  { role: 'guest', sentences: 1, isTopic: false },
  { role: 'interviewer', sentences: 2, isTopic: true },
  { role: 'guest', sentences: 1, isTopic: false },
  { role: 'interviewer', sentences: 1, isTopic: false },
])

let state: Playback
let commands: NarratorCommand[]

function send(event: PlaybackEvent) {
  const after = playbackReducer(interview, state, event)
  commands = commandsBetween(state, after)
  state = after
}

/** The narrator says the sentence at the place, and what follows, until something else is to happen. */
function sayOn(): string {
  const said: string[] = []
  for (let run = runOf(state); run; run = runOf(state)) {
    const { generation } = run
    for (
      let at: Cursor | null = state.cursor;
      at && !(run.until && run.until.turn === at.turn && run.until.sentence === at.sentence);
      at = sentenceFrom(interview, at, 1)
    ) {
      send({ kind: 'narrator', event: { kind: 'sentence', generation, cursor: at } })
      said.push(`${at.turn}.${at.sentence}`)
    }
    send({ kind: 'narrator', event: { kind: 'finished', generation } })
  }
  return said.join(' ')
}

function playWith(options: Partial<PlaybackOptions>, turn = 0, sentence = 0): string {
  send({ kind: 'choose', options })
  send({ kind: 'play', from: { turn, sentence } })
  return sayOn()
}

beforeEach(() => {
  state = initialPlayback(ABLE)
  commands = []
})

describe('what is played', () => {
  test('everything, and from the beginning again after the end', () => {
    expect(playWith({})).toBe('0.0 1.0 1.1 2.0 3.0 3.1 4.0 5.0')
    expect(state.phase).toEqual({ kind: 'ended', at: 'end', next: null })
    send({ kind: 'play' })
    expect(runOf(state)?.from).toEqual({ turn: 0, sentence: 0 })
  })

  test('only the topic at hand, and again from its beginning', () => {
    expect(playWith({ scope: 'topic' }, 1, 1)).toBe('1.1 2.0')
    expect(state.phase).toEqual({ kind: 'ended', at: 'end', next: null })
    send({ kind: 'play' })
    expect(sayOn()).toBe('0.0 1.0 1.1 2.0')
  })

  test('only the answers', () => {
    expect(playWith({ scope: 'answers' })).toBe('1.0 1.1 2.0 4.0')
    expect(state.phase).toMatchObject({ kind: 'ended', at: 'end' })
    expect(playWith({}, 5)).toBe('')
    expect(state.phase).toMatchObject({ kind: 'ended', at: 'end' })
  })

  test('to the end of the turn, and from the next one when asked to go on', () => {
    expect(playWith({ stopAt: 'turn' }, 1)).toBe('1.0 1.1')
    expect(state.phase).toEqual({ kind: 'ended', at: 'turn', next: { turn: 2, sentence: 0 } })
    send({ kind: 'play' })
    expect(sayOn()).toBe('2.0')
    send({ kind: 'again' })
    expect(sayOn()).toBe('2.0')
  })

  test('to the end of the turn, also where it would wait only after the answer', () => {
    expect(playWith({ stopAt: 'turn', pauseAfter: 'answer' }, 1)).toBe('1.0 1.1')
    expect(state.phase).toMatchObject({ kind: 'ended', at: 'turn' })
    send({ kind: 'play' })
    expect(sayOn()).toBe('2.0')
    expect(state.phase).toMatchObject({ kind: 'ended', at: 'turn' })
  })

  test('to the end of the topic, and from the next one when asked to go on', () => {
    expect(playWith({ stopAt: 'topic' }, 2)).toBe('2.0')
    send({ kind: 'again' })
    expect(sayOn()).toBe('0.0 1.0 1.1 2.0')
    send({ kind: 'play' })
    expect(sayOn()).toBe('3.0 3.1 4.0 5.0')
    expect(state.phase).toMatchObject({ at: 'end' })
  })

  test('the answers to the end of the topic: the question behind it is not waited for', () => {
    expect(playWith({ scope: 'answers', stopAt: 'topic' })).toBe('1.0 1.1 2.0')
    expect(state.phase).toMatchObject({ kind: 'ended', at: 'topic' })
    send({ kind: 'play' })
    expect(sayOn()).toBe('4.0')
    expect(state.phase).toMatchObject({ at: 'end' })
  })
})

test('of the answers to the end of the topic, the question that nobody answers is left out', () => {
  const talk = talkOf([
    { role: 'guest', sentences: 1, isTopic: true },
    { role: 'interviewer', sentences: 1, isTopic: false },
    { role: 'guest', sentences: 1, isTopic: true },
  ])
  const options = { scope: 'answers', stopAt: 'topic', pauseAfter: 'nothing', shown: null } as const
  expect(planFrom(talk, options, { turn: 0, sentence: 0 })).toEqual({
    from: { turn: 0, sentence: 0 },
    until: { turn: 1, sentence: 0 },
    outcome: { kind: 'stop', at: 'topic' },
  })
})

describe('waiting for the reader', () => {
  test('after each answer, to hear it again or to go on', () => {
    expect(playWith({ pauseAfter: 'answer' })).toBe('0.0 1.0 1.1 2.0')
    expect(state.phase).toEqual({ kind: 'waiting', after: 'answer', next: { turn: 3, sentence: 0 } })
    send({ kind: 'again' })
    expect(sayOn()).toBe('1.0 1.1 2.0')
    send({ kind: 'play' })
    expect(sayOn()).toBe('3.0 3.1 4.0')
    send({ kind: 'play' })
    expect(sayOn()).toBe('5.0')
  })

  test('after each sentence, and a step plays the sentence that it goes to', () => {
    expect(playWith({ pauseAfter: 'sentence' }, 1)).toBe('1.0')
    send({ kind: 'again' })
    expect(sayOn()).toBe('1.0')
    send({ kind: 'play' })
    expect(sayOn()).toBe('1.1')
    send({ kind: 'step', unit: 'sentence', by: -1 })
    expect(sayOn()).toBe('1.0')
    expect(state.phase).toMatchObject({ kind: 'waiting' })
  })

  test('is told to a run that is on', () => {
    send({ kind: 'play', from: { turn: 1, sentence: 0 } })
    send({ kind: 'choose', options: { pauseAfter: 'sentence' } })
    expect(commands).toEqual([{ kind: 'stopBefore', until: { turn: 1, sentence: 1 } }])
    expect(sayOn()).toBe('1.0')
  })
})

describe('the narrator', () => {
  test('is told to play once, with the place and the end', () => {
    send({ kind: 'play', from: { turn: 1, sentence: 1 } })
    const run = { generation: 1, from: { turn: 1, sentence: 1 }, until: null, isResumed: false }
    expect(commands).toEqual([{ kind: 'play', run }])
    send({ kind: 'play' })
    expect(commands).toEqual([])
  })

  test('may go on in the middle of a sentence after a pause, unless the reader went elsewhere', () => {
    send({ kind: 'play' })
    send({ kind: 'narrator', event: { kind: 'sentence', generation: 1, cursor: { turn: 0, sentence: 0 } } })
    send({ kind: 'narrator', event: { kind: 'word', generation: 1, turn: 0, start: 3, end: 5 } })
    send({ kind: 'pause' })
    expect(commands).toEqual([{ kind: 'pause' }])
    expect(state.phase).toEqual({ kind: 'paused', isCut: true, word: { start: 3, end: 5 } })
    send({ kind: 'play' })
    expect(runOf(state)).toMatchObject({ generation: 2, isResumed: true })
    send({ kind: 'pause' })
    send({ kind: 'jump', to: { turn: 0, sentence: 0 } })
    send({ kind: 'play' })
    expect(runOf(state)).toMatchObject({ isResumed: false })
  })

  test('is told the rate and the volume before it is told to play, and nothing twice', () => {
    send({ kind: 'stepRate', by: 1 })
    expect(commands).toEqual([{ kind: 'setRate', rate: 1.25 }])
    send({ kind: 'mute', isMuted: true })
    expect(commands).toEqual([{ kind: 'setVolume', volume: 0 }])
    send({ kind: 'mute', isMuted: false })
    expect(commands).toEqual([{ kind: 'setVolume', volume: 1 }])
    send({ kind: 'setVolume', volume: 1 })
    expect(commands).toEqual([])
  })

  test('that tells words in disorder, or of elsewhere, is not believed', () => {
    send({ kind: 'play' })
    send({ kind: 'narrator', event: { kind: 'sentence', generation: 1, cursor: { turn: 0, sentence: 0 } } })
    const word = (start: number, end: number, turn = 0) => {
      send({ kind: 'narrator', event: { kind: 'word', generation: 1, turn, start, end } })
      return state.phase
    }
    expect(word(3, 5)).toMatchObject({ word: { start: 3, end: 5 } })
    const kept = state.phase
    expect([word(0, 2), word(3, 99), word(5, 5), word(4, 6, 1), word(Number.NaN, 6)]).toEqual(Array(5).fill(kept))
    expect(word(6, 7)).toMatchObject({ word: { start: 6, end: 7 } })
  })

  test('that failed is asked again from the same sentence', () => {
    send({ kind: 'play', from: { turn: 1, sentence: 1 } })
    send({ kind: 'narrator', event: { kind: 'failed', generation: 1, reason: 'voice-died' } })
    expect(state.phase).toEqual({ kind: 'failed', reason: 'voice-died' })
    send({ kind: 'play' })
    expect(runOf(state)).toMatchObject({ generation: 2, from: { turn: 1, sentence: 1 }, isResumed: false })
  })

  test('that ended a turn is at the next one, so that a pause there loses and repeats nothing', () => {
    send({ kind: 'play', from: { turn: 0, sentence: 0 } })
    send({ kind: 'narrator', event: { kind: 'sentence', generation: 1, cursor: { turn: 0, sentence: 0 } } })
    send({ kind: 'narrator', event: { kind: 'turnEnd', generation: 1, turn: 0 } })
    send({ kind: 'pause' })
    expect(state.cursor).toEqual({ turn: 1, sentence: 0 })
  })

  test('that waits for its sound is not playing meanwhile', () => {
    send({ kind: 'play' })
    send({ kind: 'narrator', event: { kind: 'sentence', generation: 1, cursor: { turn: 0, sentence: 0 } } })
    send({ kind: 'narrator', event: { kind: 'stalled', generation: 1 } })
    expect(state.phase.kind).toBe('starting')
    expect(commands).toEqual([])
    send({ kind: 'narrator', event: { kind: 'flowing', generation: 1 } })
    expect(state.phase.kind).toBe('playing')
  })

  test('is told to stop when what it says is not wanted any more', () => {
    send({ kind: 'play', from: { turn: 5, sentence: 0 } })
    send({ kind: 'choose', options: { scope: 'answers' } })
    expect(commands).toEqual([{ kind: 'stop' }])
    send({ kind: 'play', from: { turn: 3, sentence: 0 } })
    expect(state.cursor).toEqual({ turn: 4, sentence: 0 })
  })
})

describe('a step', () => {
  test('while it plays, plays on from there', () => {
    send({ kind: 'play' })
    send({ kind: 'step', unit: 'answer', by: 1 })
    expect(runOf(state)).toMatchObject({ generation: 2, from: { turn: 1, sentence: 0 } })
    send({ kind: 'step', unit: 'turn', by: 1 })
    send({ kind: 'step', unit: 'sentence', by: -1 })
    expect(state.cursor).toEqual({ turn: 1, sentence: 1 })
  })

  test('while nothing plays, makes no sound', () => {
    send({ kind: 'step', unit: 'turn', by: 1 })
    expect([state.phase.kind, state.cursor.turn, commands]).toEqual(['idle', 1, []])
    send({ kind: 'play' })
    send({ kind: 'pause' })
    send({ kind: 'step', unit: 'turn', by: 1 })
    expect([state.phase.kind, state.cursor.turn, commands]).toEqual(['paused', 2, []])
  })

  test('leaves out the questions when only answers are played', () => {
    send({ kind: 'choose', options: { scope: 'answers' } })
    send({ kind: 'play', from: { turn: 4, sentence: 0 } })
    send({ kind: 'step', unit: 'sentence', by: -1 })
    expect(state.cursor).toEqual({ turn: 2, sentence: 0 })
    send({ kind: 'step', unit: 'turn', by: 1 })
    expect(state.cursor).toEqual({ turn: 4, sentence: 0 })
  })

  test('beyond the first or last sentence does nothing', () => {
    send({ kind: 'play' })
    const before = state
    send({ kind: 'step', unit: 'sentence', by: -1 })
    send({ kind: 'step', unit: 'turn', by: -1 })
    expect(state).toBe(before)
  })
})
