/**
 * A generator of numbers from 0 up to 1 that gives the same ones for the same seed: a counter, stirred by two
 * multiplications (the finaliser of MurmurHash3).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function randomFrom(seed) {
  let counter = seed >>> 0
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0
    let mixed = counter
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
