/**
 * The positions of a longest rising subsequence, in order (patience sorting, n log n).
 *
 * @example longestRising([4, 0, 1, 9, 2]) // [1, 2, 4]
 */
export function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [] // ends[k]: the position of the lowest value that a rise of k + 1 values ends with
  const before = new Int32Array(values.length)
  values.forEach((value, position) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[position] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = position
  })
  const rise: number[] = []
  for (let position = ends.at(-1) ?? -1; position >= 0; position = before[position] ?? -1) rise.push(position)
  return rise.toReversed()
}
