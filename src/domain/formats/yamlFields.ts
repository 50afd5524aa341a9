import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import { yamlScalar } from './yamlScalar.ts'
import type { YamlSource } from './yamlSource.ts'

/** One `key: value` of a map. */
interface Field {
  readonly line: number
  readonly node: unknown
}

/** The fields of one map, by their keys. */
export interface Fields {
  /** The line in the file where the map starts. */
  readonly line: number
  /** What the map is, for messages: "The front matter", "The speaker “Host”". */
  readonly owner: string
  readonly byKey: ReadonlyMap<string, Field>
}

/** A text with the line where it stands. */
export interface LocatedText {
  readonly line: number
  readonly text: string
}

/** Reads maps, lists and texts out of YAML nodes, and gathers what is not as it should be. */
export class FieldReader {
  readonly #source: YamlSource
  readonly problems: Problem[] = []

  constructor(source: YamlSource) {
    this.#source = source
  }

  /** The fields of a map; null, with a problem, when the node is none. `example` is what would be right there. */
  fields(
    node: unknown,
    { owner, known, line, example }: { owner: string; known: readonly string[]; line: number; example: string },
  ): Fields | null {
    if (!isMap(node)) {
      if (!isAlias(node))
        this.problems.push({
          line: this.#source.lineOf(node, line),
          what: `${owner} is ${kindOf(node)}.`,
          why: 'It has to be lines of “key: text”.',
          correction: example,
        })
      return null
    }
    const byKey = new Map<string, Field>()
    for (const { key, value } of node.items) {
      const keyLine = this.#source.lineOf(key, line)
      const name = isScalar(key) ? String(key.value) : ''
      const first = byKey.get(name)
      if (first) this.#repeated({ name, line: keyLine, first: first.line })
      else if (known.includes(name)) byKey.set(name, { line: keyLine, node: value })
      else this.#unknown({ name, line: keyLine, known, owner })
    }
    return { line: this.#source.lineOf(node, line), owner, byKey }
  }

  /** The text of a field on one line; null when it is missing or no text. A missing field is a problem if it has an `example`. */
  text(fields: Fields, key: string, example?: string): LocatedText | null {
    const field = fields.byKey.get(key)
    if (!field) {
      if (example !== undefined) this.#missing(fields, key, example)
      return null
    }
    const read = this.#textOf(field, {
      what: `“${key}”`,
      correction: this.#withValue(field.line, key, example ?? 'a text'),
    })
    if (read?.text !== '') return read
    if (example !== undefined) this.#missing({ ...fields, line: field.line }, key, example)
    return null
  }

  /** The nodes of a list; none when the field is missing, null with a problem when it is no list. */
  list(fields: Fields, key: string, example: string): readonly Field[] | null {
    const field = fields.byKey.get(key)
    if (!field || isEmpty(field.node)) return []
    if (isSeq(field.node)) {
      return field.node.items.map((node) => ({ line: this.#source.lineOf(node, field.line), node }))
    }
    if (!isAlias(field.node))
      this.problems.push({
        line: field.line,
        what: `“${key}” is ${kindOf(field.node)}.`,
        why: 'It has to be a list.',
        correction: example,
      })
    return null
  }

  /** The texts of a list such as `words: [ally, allies]`, without those that are none. */
  texts(fields: Fields, key: string): readonly string[] {
    const found = fields.byKey.get(key)
    const value = found && isScalar(found.node) ? oneLine(String(found.node.value)) : 'a word, another'
    const items = this.list(fields, key, this.#withValue(found?.line ?? fields.line, key, `[${value}]`)) ?? []
    const texts = items.map((item) => {
      const correction = this.#withValue(item.line, key, '[a word, another]')
      const read = this.#textOf(item, { what: `An entry of “${key}”`, correction })
      if (read?.text !== '') return read
      this.problems.push({
        line: read.line,
        what: `An entry of “${key}” is empty.`,
        why: 'It has to be a word or a few words.',
        correction,
      })
      return null
    })
    return texts.flatMap((read) => (read ? [read.text] : []))
  }

  #textOf({ line, node }: Field, { what, correction }: { what: string; correction: string }): LocatedText | null {
    if (isEmpty(node)) return { line, text: '' }
    if (isScalar(node)) {
      const text = oneLine(String(node.value))
      if (!text.includes('\0')) return { line, text }
      this.problems.push({
        line,
        what: `${what} holds a NUL character.`,
        why: 'It is no character of a text.',
        correction: this.#source.sourceOf(line).replaceAll(/\\0|\\x00|\\u0000/g, ''),
      })
    } else if (!isAlias(node))
      this.problems.push({ line, what: `${what} is ${kindOf(node)}.`, why: 'It has to be a text.', correction })
    return null
  }

  /** The line in the file with another value behind its key, or the key and the value if the line looks different. */
  #withValue(line: number, key: string, value: string): string {
    const source = this.#source.sourceOf(line)
    const colon = source.indexOf(`${key}:`)
    const before = source.slice(0, Math.max(colon, 0))
    const isSimple = colon >= 0 && /^[\s-]*$/.test(before)
    return `${isSimple ? before : ''}${key}: ${value.startsWith('[') ? value : yamlScalar(value)}`
  }

  #missing({ line, owner }: Fields, key: string, example: string): void {
    this.problems.push({
      line,
      what: `${owner} has no “${key}”.`,
      why: `“${key}” is needed, as a text.`,
      correction: `${key}: ${yamlScalar(example)}`,
    })
  }

  #repeated({ name, line, first }: { name: string; line: number; first: number }): void {
    this.problems.push({
      line,
      what: `${quoted(name)} stands here again: it is on line ${first} already.`,
      why: 'A key can have one value only.',
      correction: this.#source.sourceOf(first),
    })
  }

  #unknown({
    name,
    line,
    known,
    owner,
  }: {
    name: string
    line: number
    known: readonly string[]
    owner: string
  }): void {
    const nearest = nearestOf(name, known)
    const source = this.#source.sourceOf(line)
    this.problems.push({
      line,
      what: `${quoted(name)} is no key that is known here.`,
      why: `${owner} can have ${known.map((key) => `“${key}”`).join(', ')}.`,
      correction: nearest && name ? source.replace(name, nearest) : `${nearest ?? known[0] ?? 'title'}: a text`,
    })
  }
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''))
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'a map of keys and values'
  return isSeq(node)
    ? 'a list'
    : isScalar(node) && node.value !== ''
      ? `the text ${quoted(String(node.value))}`
      : 'empty'
}

/** A value of several lines, or with white space at its ends, as one line of text. */
function oneLine(text: string): string {
  if (!/[\n\r]/.test(text)) return text.trim()
  return text
    .split(/[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}
