import { snapped } from '../characters.ts'
import { PARAGRAPH_BREAK, speakerOf, turnAt, turnText, type Interview } from '../interview.ts'
import { hueOf, sectionOf, topicById } from '../topics.ts'
import { byteLength, isHalf, MAX_BLOCK_BYTES } from './limits.ts'
import type { BlockFile } from './searchBlock.ts'

/** A block as it is written, with the texts in it. */
export interface MadeBlock {
  readonly json: string
  readonly texts: readonly string[]
  /** Whether it begins within a turn, which the block before it begins. */
  readonly goesOn: boolean
}

/** A title, a name or a topic is no longer than this here, in UTF-16 code units: the page of the interview has it whole. */
const MAX_NAME_LENGTH = 120
/** What a block takes besides its turns, in bytes: a title, the speaker and the topic of a turn, and the names of all this. */
const HEAD_BYTES = 3500
/** A turn with a longer text is cut in pieces, in bytes. */
const MAX_PIECE_BYTES = MAX_BLOCK_BYTES - HEAD_BYTES
/** What a UTF-16 code unit takes in a file at most, in bytes: as JSON has control characters and halves of characters. */
const MOST_UNIT_BYTES = 6
/** So much of a piece stands in the next one too, in UTF-16 code units, so that hardly any query is cut in two. */
const OVERLAP = 1000

/** The text of an interview in blocks of whole turns, in order; a turn that is longer than a block is cut in pieces. */
export function* blocksOf(interview: Interview): Generator<MadeBlock> {
  let open = new OpenBlock(interview)
  for (let index = 0; index < interview.turns.length; index += 1)
    for (const piece of piecesOf(turnText(turnAt(interview, index)))) {
      if (!open.takes(index, piece)) {
        yield open.made()
        open = new OpenBlock(interview)
        open.takes(index, piece)
      }
    }
  if (interview.turns.length > 0) yield open.made()
}

interface Piece {
  readonly text: string
  readonly from: number
  readonly again: number
}

/** A block that turns are put into for as long as there is room. */
class OpenBlock {
  readonly #interview: Interview
  readonly #speakers = new Map<string, BlockFile['speakers'][number]>()
  readonly #topics = new Map<string, BlockFile['topics'][number]>()
  readonly #turns: BlockFile['turns'][number][] = []
  #bytes: number

  constructor(interview: Interview) {
    this.#interview = interview
    this.#bytes = byteLength(this.#json())
  }

  /** Takes a turn, or a piece of one; false when there is no room for it. */
  takes(index: number, { text, from, again }: Piece): boolean {
    const turn = turnAt(this.#interview, index)
    const { label, role } = speakerOf(this.#interview, turn)
    const { topic } = sectionOf(this.#interview, index)
    const name = topic === null ? '' : (topicById(this.#interview, topic)?.label ?? '')
    const speakerRow = [short(label), role] as const
    const topicRow = [topic ?? '', short(name), hueOf(this.#interview, topic)] as const
    const speakers = new Map(this.#speakers).set(label, speakerRow)
    const topics = topic === null ? this.#topics : new Map(this.#topics).set(topic, topicRow)
    const place = topic === null ? -1 : placeIn(topics, topic)
    const common = [turn.id, index, placeIn(speakers, label), place, text] as const
    const row = from > 0 ? ([...common, from, again] as const) : common
    const more =
      rowBytes(row) +
      (speakers.size > this.#speakers.size ? rowBytes(speakerRow) : 0) +
      (topics.size > this.#topics.size ? rowBytes(topicRow) : 0)
    if (this.#turns.length > 0 && this.#bytes + more > MAX_BLOCK_BYTES) return false
    this.#bytes += more
    this.#speakers.set(label, speakerRow)
    if (topic !== null) this.#topics.set(topic, topicRow)
    this.#turns.push(row)
    return true
  }

  made(): MadeBlock {
    const from = this.#turns[0]?.[5] ?? 0
    return { json: this.#json(), texts: this.#turns.map(([, , , , text]) => text), goesOn: from > 0 }
  }

  #json(): string {
    const { id, shortTitle, language } = this.#interview
    const file: BlockFile = {
      interview: id,
      title: short(shortTitle),
      language,
      speakers: [...this.#speakers.values()],
      topics: [...this.#topics.values()],
      turns: this.#turns,
    }
    return JSON.stringify(file)
  }
}

function placeIn(rows: ReadonlyMap<string, unknown>, key: string): number {
  return [...rows.keys()].indexOf(key)
}

/** What a row takes in its file, with the comma before it, in bytes. */
function rowBytes(row: unknown): number {
  return byteLength(JSON.stringify(row)) + 1
}

function short(name: string): string {
  return name.length <= MAX_NAME_LENGTH ? name : `${name.slice(0, snapped(name, MAX_NAME_LENGTH - 1, -1))}…`
}

/** A text in pieces that fit into a block, cut between paragraphs, sentences or words where it can be. */
export function* piecesOf(text: string): Generator<Piece> {
  let [from, before] = [0, 0]
  for (;;) {
    const end = endOfRoom(text, from)
    const again = before - from
    if (end === text.length) return yield { text: text.slice(from), from, again }
    const border = lastBorder(text, from + Math.floor((end - from) / 2), end)
    yield { text: text.slice(from, border), from, again }
    const back = text.lastIndexOf(' ', border - OVERLAP) + 1
    from = back > from ? back : border
    before = border
  }
}

/** Where a piece that begins at `from` has to end, at the latest. */
function endOfRoom(text: string, from: number): number {
  if ((text.length - from) * MOST_UNIT_BYTES <= MAX_PIECE_BYTES) return text.length
  let bytes = 0
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    bytes += unit < 0x20 || isHalf(unit) ? MOST_UNIT_BYTES : unit === 0x22 || unit === 0x5c ? 2 : unit < 0x80 ? 1 : 3
    if (bytes > MAX_PIECE_BYTES) return at
  }
  return text.length
}

function lastBorder(text: string, least: number, most: number): number {
  const room = text.slice(least, most)
  const paragraph = room.lastIndexOf(PARAGRAPH_BREAK)
  if (paragraph > 0) return least + paragraph + PARAGRAPH_BREAK.length
  const sentence = [...room.matchAll(/[.!?]\s|[。！？]/g)].at(-1)
  if (sentence) return least + sentence.index + sentence[0].length
  const space = room.lastIndexOf(' ')
  return space > 0 ? least + space + 1 : Math.max(least, snapped(text, most, -1))
}
