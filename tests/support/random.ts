/** Numbers that look random and are the same in every run: from 0 up to but not including `below`. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** One of a few things, by such a number. */
export function oneOf<Thing>(random: (below: number) => number, things: readonly [Thing, ...Thing[]]): Thing {
  return things[random(things.length)] ?? things[0]
}
