import { randomFrom } from './random.mjs'

const SEED = 95
const DRAWS = 2000

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** @param {readonly (readonly [number, number])[]} rounds */
function ratioOf(rounds) {
  return median(rounds.map(([value]) => value)) / median(rounds.map(([, reference]) => reference))
}

/**
 * The ratio of two medians, and its 95 % interval: what it is in 95 of 100 draws of as many rounds, with replacement. Both
 * values of a round are drawn together, since whatever else the machine did touched both.
 *
 * @param {readonly (readonly [number, number])[]} rounds
 */
export function ratioOfMedians(rounds) {
  const random = randomFrom(SEED)
  const draws = Array.from({ length: DRAWS }, () =>
    ratioOf(rounds.map((round) => rounds[Math.floor(random() * rounds.length)] ?? round)),
  ).toSorted((one, other) => one - other)
  const at = (/** @type {number} */ share) => draws[Math.round(share * (DRAWS - 1))] ?? Number.NaN
  return { ratio: ratioOf(rounds), low: at(0.025), high: at(0.975) }
}
