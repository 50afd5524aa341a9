/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A finger that has moved less than this has not swiped, in CSS pixels. */
const LEAST_PX = 48
/** A swipe goes across at least so many times as far as up or down. */
const ACROSS = 2
/** So near to the window's edge the system's own swipes begin (Back), in CSS pixels. */
const EDGE_PX = 24

/** Which way a finger turns the page: the next one (1) is pulled in from the side where reading goes on; null for no swipe. */
export function swipeOf({
  from,
  to,
  width,
  isRtl,
}: {
  from: Point
  to: Point
  width: number
  isRtl: boolean
}): 1 | -1 | null {
  const across = to.x - from.x
  const isSystems = from.x < EDGE_PX || from.x > width - EDGE_PX
  if (isSystems || Math.abs(across) < LEAST_PX || Math.abs(across) < ACROSS * Math.abs(to.y - from.y)) return null
  return across < 0 !== isRtl ? 1 : -1
}
