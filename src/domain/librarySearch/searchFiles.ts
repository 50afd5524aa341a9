import type { Interview } from '../interview.ts'
import { MAX_WHOLE_TURNS } from '../part.ts'
import { blocksOf } from './blocks.ts'
import { formatBlockOwners } from './blockOwners.ts'
import { byteLength, MAX_SHARD_BYTES, MAX_TABLE_BYTES } from './limits.ts'
import { blockFile, OWNERS_FILE, interviewFile, MANIFEST_FILE, shardFile, tableFile } from './searchFolder.ts'
import { lineBytes, WordIndex, type IndexLine } from './wordIndex.ts'

/** What the search of a library is made of, one file after the other: its name in the folder of the search, and its text. */
export function* searchFiles(interviews: readonly Interview[]): Generator<readonly [file: string, text: string]> {
  const words = new WordIndex()
  const owners = interviews.filter(({ turns }) => turns.length > 0)
  const [firsts, goingOn]: [number[], number[]] = [[], []]
  let blocks = 0
  for (const interview of interviews) {
    const first = blocks
    if (interview.turns.length > 0) firsts.push(first)
    for (const { json, texts, goesOn } of blocksOf(interview)) {
      yield [blockFile(blocks), json]
      words.add(texts)
      if (goesOn) goingOn.push(blocks)
      blocks += 1
    }
    if (interview.turns.length > MAX_WHOLE_TURNS)
      yield [interviewFile(interview.id), JSON.stringify({ first, count: blocks - first })]
  }
  yield [OWNERS_FILE, formatBlockOwners(owners, { firsts, goingOn })]
  const tables: string[] = []
  let table: string[] = []
  let number = 0
  const written = () =>
    [tableFile(tables.length - 1), JSON.stringify({ first: number - table.length, keys: table })] as const
  for (const { begin, text } of shardsOf(words.lines())) {
    if (table.length === 0 || byteLength(JSON.stringify([...table, begin])) > MAX_TABLE_BYTES - TABLE_HEAD_BYTES) {
      if (table.length > 0) yield written()
      tables.push(begin)
      table = []
    }
    table.push(begin)
    yield [shardFile(number), text]
    number += 1
  }
  if (table.length > 0) yield written()
  yield [MANIFEST_FILE, JSON.stringify({ interviews: interviews.length, blocks, keys: tables })]
}

/** What a table takes besides its keys, in bytes. */
const TABLE_HEAD_BYTES = 40

/** The lines in shards, each with a text that is no greater than its first key and greater than all keys before. */
function* shardsOf(lines: Iterable<IndexLine>): Generator<{ begin: string; text: string }> {
  let [begin, text, bytes, before] = ['', '', 0, '']
  for (const line of lines) {
    const more = lineBytes(line)
    if (bytes > 0 && bytes + more > MAX_SHARD_BYTES) {
      yield { begin, text }
      ;[begin, text, bytes] = [separator(before, line.key), '', 0]
    }
    text += `${line.key} ${line.list}\n`
    bytes += more
    before = line.key
  }
  if (bytes > 0) yield { begin, text }
}

/** The shortest beginning of a key that sorts behind the one before. */
function separator(before: string, key: string): string {
  let length = 1
  while (key.slice(0, length) <= before) length += 1
  return key.slice(0, length)
}
