import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { preciseTimer } from '../../src/platform/preciseTimer.ts'

/** How late timers come, in ms. */
let late = 0

beforeEach(() => {
  vi.useFakeTimers()
  late = 0
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + late)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function beats(timer: ReturnType<typeof preciseTimer>): number[] {
  const told: number[] = []
  const start = Date.now()
  const beat = () => {
    told.push(Date.now() - start)
    timer.start(1, beat)
  }
  timer.start(1, beat)
  return told
}

test('a timer that comes late makes the next one come as much earlier', () => {
  const timer = preciseTimer()
  const told = beats(timer)
  late = 30
  vi.advanceTimersByTime(1000)
  late = 0
  vi.advanceTimersByTime(970)
  expect(told).toEqual([1000, 1970])
  timer.stop()
})

test('what a hidden page has missed is not made up for', () => {
  const timer = preciseTimer()
  const told = beats(timer)
  late = 60_000
  vi.advanceTimersByTime(1000)
  vi.advanceTimersByTime(999)
  expect(told).toEqual([1000])
  timer.stop()
})

test('what is left is the same after a pause and at another rate', () => {
  const timer = preciseTimer()
  const told = beats(timer)
  vi.advanceTimersByTime(400)
  timer.setRate(2)
  expect(timer.rest()).toBeCloseTo(0.6)
  vi.advanceTimersByTime(100)
  timer.stop()
  vi.advanceTimersByTime(10_000)
  expect(timer.rest()).toBeCloseTo(0.4)
  expect(told).toEqual([])
  timer.forget()
  expect(timer.rest()).toBeNull()
})
