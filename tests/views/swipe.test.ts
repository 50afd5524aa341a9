import { describe, expect, test } from 'vitest'
import { swipeOf } from '../../src/views/interview/focus/swipe.ts'

const swipe = (x: number, y: number, rest: { from?: number; isRtl?: boolean } = {}) => {
  const from = { x: rest.from ?? 200, y: 400 }
  return swipeOf({ from, to: { x: from.x + x, y: from.y + y }, width: 390, isRtl: rest.isRtl ?? false })
}

describe('a swipe', () => {
  test('pulls the next page in from the side where reading goes on', () => {
    expect(swipe(-60, 5)).toBe(1)
    expect(swipe(60, -5)).toBe(-1)
    expect(swipe(-60, 0, { isRtl: true })).toBe(-1)
    expect(swipe(60, 0, { isRtl: true })).toBe(1)
  })

  test('is none when it is short, goes up or down as well, or begins where the system’s own do', () => {
    expect(swipe(-40, 0)).toBeNull()
    expect(swipe(-60, 40)).toBeNull()
    expect(swipe(60, 0, { from: 10 })).toBeNull()
    expect(swipe(-60, 0, { from: 380 })).toBeNull()
  })
})
