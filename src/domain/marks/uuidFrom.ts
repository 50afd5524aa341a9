/** Four hashes at once, each with its own beginning (the first digits of pi) and factor (MurmurHash3's constants). */
const SEEDS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0xcc9e2d51, 0x1b873593]

/**
 * The UUID of a text (RFC 9562, version 8): the same for the same text, another for any other but for chance. It keeps nothing
 * secret, and nobody who means to cannot make two texts of one.
 */
export function uuidFrom(text: string): string {
  const hashes = SEEDS.map((seed, which) => {
    let hash = seed
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), FACTORS[which]!)
      hash = (hash << 13) | (hash >>> 19)
    }
    hash = Math.imul(hash ^ (hash >>> 16) ^ text.length, 0x85ebca6b)
    return (hash ^ (hash >>> 13)) >>> 0
  })
  const hex = hashes.map((hash) => hash.toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  )
}
