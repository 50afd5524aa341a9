import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml'
import type { Problem } from './problem.ts'
import { quoted, shortened } from './quoted.ts'
import { yamlScalar } from './yamlScalar.ts'

/** The longest front matter, in UTF-16 code units; what interviews need is a hundredth of it. */
const MAX_LENGTH = 256 * 1024
/** Front matter as YAML nodes that know their lines. Every value is a text: `no` is Norwegian, `1984` is a title. */
export interface YamlSource {
  readonly root: Node | null
  /** The line in the file where a node starts; `otherwise` for what has no place of its own. */
  readonly lineOf: (node: unknown, otherwise: number) => number
  /** A line of the file as it stands there. */
  readonly sourceOf: (line: number) => string
}

/** Reads lines of YAML, the first of which is line `firstLine` of its file. The source is null when it cannot be read. */
export function readYaml(
  lines: readonly string[],
  firstLine: number,
): { readonly source: YamlSource | null; readonly problems: Problem[] } {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0)
  if (length > MAX_LENGTH) return { source: null, problems: [tooLong(firstLine)] }
  try {
    return parse(lines, firstLine)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { source: null, problems: [tooDeep(firstLine)] } // the parser recurses, and has no limit of its own
  }
}

function parse(lines: readonly string[], firstLine: number): { source: YamlSource | null; problems: Problem[] } {
  const lineCounter = new LineCounter()
  // failsafe: nothing but texts, lists and maps. Keys are compared by our reader, which knows their lines.
  const document = parseDocument(lines.join('\n'), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  })
  const lineAt = (offset: number): number =>
    Math.min(lineCounter.linePos(offset).line, Math.max(lines.length, 1)) + firstLine - 1
  const sourceOf = (line: number): string => lines[line - firstLine] ?? ''
  const source: YamlSource = {
    root: document.contents,
    lineOf: (node, otherwise) => (isNode(node) && node.range ? lineAt(node.range[0]) : otherwise),
    sourceOf,
  }
  const faults = new Map<number, Problem>() // one for each line: the parser often says the same thing twice
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    const line = lineAt(pos[0])
    const isDeep = message.includes('call stack') // the parser hands the engine's own error on
    if (!faults.has(line))
      faults.set(line, isDeep ? tooDeep(line) : unreadable({ line, source: sourceOf(line), why: message }))
  }
  if (faults.size > 0) return { source: null, problems: [...faults.values()] }
  return { source, problems: referencesIn(source, firstLine) }
}

/** YAML's anchors and aliases, each as a problem. They are never followed: a few lines of them can stand for gigabytes. */
function referencesIn({ root, lineOf, sourceOf }: YamlSource, firstLine: number): Problem[] {
  const problems: Problem[] = []
  const texts = new Map<string, string>()
  visit(root, (_, node) => {
    if (isAlias(node)) {
      const line = lineOf(node, firstLine)
      problems.push({
        line,
        what: `${quoted(`*${node.source}`)} is a YAML alias.`,
        why: 'Aliases are not read: each value is written out where it stands.',
        correction: sourceOf(line).replace(`*${node.source}`, () => texts.get(node.source) ?? 'the text itself'),
      })
    } else if (isNode(node) && node.anchor !== undefined) {
      const { anchor } = node
      const line = lineOf(node, firstLine)
      if (isScalar(node)) texts.set(anchor, yamlScalar(shortened(String(node.value), 200)))
      problems.push({
        line,
        what: `${quoted(`&${anchor}`)} is a YAML anchor.`,
        why: 'Anchors are not read: each value is written out where it stands.',
        correction: sourceOf(line).replace(`&${anchor} `, ''),
      })
    }
  })
  return problems
}

function tooLong(line: number): Problem {
  return {
    line,
    what: 'The front matter that begins here is too long.',
    why: `At most ${MAX_LENGTH} characters stand between the two lines “---”.`,
    correction: '---',
  }
}

function tooDeep(line: number): Problem {
  return {
    line,
    what: 'The front matter that begins here has too many brackets or dashes inside each other.',
    why: 'Three levels are needed: a list, what each entry says, and the words of a topic.',
    correction: 'title: The title of the interview',
  }
}

function unreadable({ line, source, why }: { line: number; source: string; why: string }): Problem {
  return {
    line,
    what: `The front matter cannot be read as YAML at ${quoted(source.trim())}.`,
    why: /[.!?]$/.test(why) ? shortened(why, 200) : `${shortened(why, 200)}.`,
    correction: withQuotedValue(source),
  }
}

/** The most likely correction of a line that is not YAML: the text behind its first colon in quotation marks. */
function withQuotedValue(source: string): string {
  const line = source.replaceAll('\t', '  ').trimEnd()
  const colon = line.indexOf(':')
  const value = line.slice(colon + 1).trim()
  if (colon < 0) return `${shortened(line.trim()) || 'title'}: a text`
  const bare = value.replace(/^["']/, '').replace(/["']$/, '')
  return `${shortened(line.slice(0, colon + 1), 300)} ${value === '' ? 'a text' : JSON.stringify(shortened(bare, 300))}`
}
