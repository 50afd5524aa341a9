import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fireEvent } from '@testing-library/react'
import { Ribbon } from '../../src/components/Ribbon/Ribbon.tsx'
import { ribbonKeyTarget } from '../../src/components/Ribbon/ribbonKeyTarget.ts'
import { ribbonOf } from '../../src/domain/library.ts'
import { startOf, timelineOf } from '../../src/domain/timeline.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'

const interview = blinkenInterview()
const keyTarget = (key: string, current: number | null, isRtl = false) =>
  ribbonKeyTarget(interview, { key, current, isRtl })
const draw = (current: number | null, onJump = vi.fn<(turn: number) => void>()) => {
  const view = render(
    <Ribbon
      interview={interview}
      current={current}
      seconds={current === null ? null : startOf(timelineOf(interview), current)}
      placeText="China, Answer 4"
      onJump={onJump}
      onJumpToTime={() => {}}
      onStep={() => {}}
    />,
  )
  const slider = screen.getByRole('slider', { name: 'Place in the interview' })
  slider.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 26)
  slider.setPointerCapture = () => {}
  slider.hasPointerCapture = () => true
  return { ...view, slider, onJump }
}

describe('the ribbon', () => {
  test('says where the reader is as a slider does', () => {
    const { slider } = draw(7)
    expect(slider).toHaveAttribute('aria-valuenow', '8')
    expect(slider).toHaveAttribute('aria-valuemax', '17')
    expect(slider).toHaveAttribute('aria-valuetext', 'China, Answer 4, turn 8 of 17')
  })

  test('stands at the start above the first turn', () => {
    expect(draw(null).slider).toHaveAttribute('aria-valuetext', 'Start')
  })

  test('has a segment for every turn: those before are past, one is now', () => {
    const { container } = draw(7)
    const states = [...container.querySelectorAll('rect[data-state]')].map((each) => each.getAttribute('data-state'))
    expect(states).toEqual([...Array<string>(7).fill('past'), 'now', ...Array<string>(9).fill('ahead')])
  })

  test('marks every turn as now in its turn, whatever the sums of its shares', () => {
    for (const [index] of interview.turns.entries()) {
      const { container, unmount } = draw(index)
      const states = [...container.querySelectorAll('rect[data-state]')].map((each) => each.getAttribute('data-state'))
      expect(states.indexOf('now')).toBe(index)
      expect(states.lastIndexOf('now')).toBe(index)
      unmount()
    }
  })

  test('jumps to what it is clicked at, and shows it while it is pointed at', () => {
    const { slider, onJump } = draw(null)
    fireEvent.pointerMove(slider, { clientX: 470 })
    expect(slider).toHaveTextContent('The U.S.-China relationship')
    fireEvent.pointerDown(slider, { clientX: 470, button: 0 })
    fireEvent.pointerUp(slider, { clientX: 470, button: 0 })
    expect(onJump).toHaveBeenLastCalledWith(7)
    fireEvent.pointerLeave(slider)
    expect(slider).not.toHaveTextContent('The U.S.-China relationship')
  })

  test('moves by keys as a slider does, arrows the other way from right to left', () => {
    expect(keyTarget('ArrowRight', 7)).toBe(8)
    expect(keyTarget('ArrowLeft', 7)).toBe(6)
    expect(keyTarget('ArrowRight', 7, true)).toBe(6)
    expect(keyTarget('ArrowUp', null)).toBe(0)
    expect(keyTarget('PageUp', 7)).toBe(8)
    expect(keyTarget('PageDown', 7)).toBe(6)
    expect(keyTarget('Home', 7)).toBe(0)
    expect(keyTarget('End', 7)).toBe(16)
    expect(keyTarget('ArrowRight', 16)).toBeNull()
    expect(keyTarget('x', 7)).toBeNull()
  })

  test('runs from right to left with the interview', () => {
    const hebrew = hebrewInterview()
    const { container } = render(
      <Ribbon
        interview={hebrew}
        current={0}
        seconds={0}
        placeText=""
        onJump={() => {}}
        onJumpToTime={() => {}}
        onStep={() => {}}
      />,
    )
    const places = [...container.querySelectorAll('svg svg:has(rect[data-state])')].map((each) =>
      Number.parseFloat(each.getAttribute('x') ?? ''),
    )
    expect(places).toEqual(places.toSorted((a, b) => b - a))
  })

  test('covers the whole width without a gap, however few pieces it is cut into', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (most) => {
        const segments = ribbonOf(interview, most)
        expect(segments).toHaveLength(Math.min(most, interview.turns.length))
        let at = 0
        for (const segment of segments) {
          expect(segment.at).toBeCloseTo(at, 9)
          at += segment.width
        }
        expect(at).toBeCloseTo(1, 9)
      }),
    )
  })
})
