/** The folder of the search in a site. */
export const SEARCH_FOLDER = 'search'
/** What a search is begun with: how large the library is, and where its tables begin. */
export const MANIFEST_FILE = 'index.json'
/** The file that says which blocks are of which interview, and of one turn. */
export const OWNERS_FILE = 'owners.json'

/** The file of a block, in the folder of the search; by hundreds, so that no folder grows large. */
export function blockFile(number: number): string {
  return `blocks/${Math.floor(number / 100)}/${number}.json`
}

/** The file of some words, with the blocks that each stands in. */
export function shardFile(number: number): string {
  return `words/${Math.floor(number / 100)}/${number}.txt`
}

/** The file that says where some shards begin. */
export function tableFile(number: number): string {
  return `tables/${number}.json`
}

/** The file that says which blocks are those of a long interview. */
export function interviewFile(id: string): string {
  return `interviews/${id}.json`
}
