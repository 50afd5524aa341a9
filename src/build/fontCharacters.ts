import { brotliDecompressSync } from 'node:zlib'

/** The number that WOFF 2.0 (section 4.1) has for `cmap`, and the one that says that a tag is written out. */
const CMAP = 0
const OTHER_TAG = 63
/** `glyf` and `loca`: transformed unless their version is 3; every other table is transformed unless it is 0. */
const GLYF_AND_LOCA = new Set([10, 11])
/** Where the table directory begins in a WOFF 2.0 file. */
const DIRECTORY = 48

/**
 * The code points that a font in WOFF 2.0 has a glyph for, by its `cmap` table: what stylesheets say of a font's range
 * is more than what the font draws.
 *
 * @throws Error when the bytes are not such a font.
 */
export function fontCharacters(font: Buffer): Set<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('the font is not a WOFF 2.0 file')
  let position = DIRECTORY
  const readLength = () => {
    let length = 0
    for (;;) {
      const byte = font.readUInt8(position++)
      length = length * 128 + (byte & 0x7f)
      if (byte < 0x80) return length
    }
  }
  let start = 0
  let cmap: { start: number; length: number } | null = null
  for (let table = font.readUInt16BE(12); table > 0; table -= 1) {
    const flags = font.readUInt8(position++)
    const tag = flags & 0x3f
    if (tag === OTHER_TAG) position += 4
    let length = readLength()
    if (GLYF_AND_LOCA.has(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0) length = readLength()
    if (tag === CMAP) cmap = { start, length }
    start += length
  }
  if (!cmap) throw new Error('the font has no cmap table')
  const tables = brotliDecompressSync(font.subarray(position, position + font.readUInt32BE(20)))
  return charactersOf(tables.subarray(cmap.start, cmap.start + cmap.length))
}

/** What all of a `cmap` table's Unicode subtables map (OpenType: formats 4 and 12, which every font of today has). */
function charactersOf(cmap: Buffer): Set<number> {
  const characters = new Set<number>()
  for (let record = cmap.readUInt16BE(2) - 1; record >= 0; record -= 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) addSegments(subtable, characters)
    if (format === 12) addGroups(subtable, characters)
  }
  return characters
}

function addSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6) // twice the number of segments
  for (let at = 0; at < size; at += 2) {
    const end = subtable.readUInt16BE(14 + at)
    const start = subtable.readUInt16BE(16 + size + at)
    const delta = subtable.readUInt16BE(16 + size * 2 + at)
    const offsetAt = 16 + size * 3 + at
    const offset = subtable.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code < 0xff_ff; code += 1) {
      const glyph =
        offset === 0 ? (code + delta) & 0xff_ff : subtable.readUInt16BE(offsetAt + offset + (code - start) * 2)
      if (glyph !== 0) characters.add(code)
    }
  }
}

function addGroups(subtable: Buffer, characters: Set<number>): void {
  for (let group = subtable.readUInt32BE(12) - 1; group >= 0; group -= 1) {
    const at = 16 + group * 12
    const end = subtable.readUInt32BE(at + 4)
    for (let code = subtable.readUInt32BE(at); code <= end; code += 1) characters.add(code)
  }
}
