/**
 * How large the files of the search may be, in bytes of UTF-8. Together they keep the promise that a query loads no more than
 * `MAX_QUERY_BYTES`, however many interviews there are: the manifest, then for each word a table and a shard (two for a word
 * that is only begun), then some blocks of text.
 */

/** What one query loads at most, with all that it finds in a cache. */
export const MAX_QUERY_BYTES = 300_000
/** The manifest, and each table of shards. At 10,000 interviews there are some ten tables. */
export const MAX_TABLE_BYTES = 8000
/** A shard of the words. Range 10,000 to 20,000: smaller ones make long tables, larger ones take room from the blocks. */
export const MAX_SHARD_BYTES = 16_000
/** A block of text: some 40 turns. */
export const MAX_BLOCK_BYTES = 20_000
/** Which blocks are of which interview: room for 30,000 of them. In a larger library a quotation is looked for in each. */
export const MAX_OWNERS_BYTES = 30_000
/** So many words of a query are looked up, the longest ones: they are the rarest as a rule. */
export const MAX_LOOKED_UP = 4
/** So many of a quotation, which loads no blocks: with a table and a shard for each it takes no more than a query. */
export const MAX_QUOTED_LOOKED_UP = 9
/** So many blocks are loaded at a time. */
export const MAX_BLOCKS = 7

/** A term is cut after so many characters, in the index and in a query alike. Hardly any word is longer. */
export const MAX_TERM_LENGTH = 30
/**
 * The list of the blocks of one term in bytes; a term whose list would be longer counts as standing everywhere. Room for a
 * bit for each of 60,000 blocks, which is more than 10,000 interviews of 200 turns have.
 */
export const MAX_LIST_BYTES = 10_000
/** Below so many blocks even the commonest words have lists: they are short. */
export const FEW_BLOCKS = 64

/** How many bytes a text without halves of characters takes in UTF-8. */
export function byteLength(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) length += unit < 0x8_00 || isHalf(unit) ? 1 : 2
  }
  return length
}

/** True for either unit of a character of two, which take two bytes each. */
export function isHalf(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdf_ff
}
