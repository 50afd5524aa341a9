import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml'
import type { Problem } from './problem.ts'
import { quoted, shortened } from './quoted.ts'
import { yamlScalar } from './yamlScalar.ts'

/** The longest front matter, in UTF-16 code units; what interviews need is a hundredth of it. */
const MAX_LENGTH = 256 * 1024
/** How deep brackets, dashes or spaces may nest. Three levels are needed; the YAML parser recurses, and very deep input ends the process. */
const MAX_NESTING = 100

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
  const tooMuch = excessOf(lines, firstLine)
  if (tooMuch) return { source: null, problems: [tooMuch] }
  try {
    return parse(lines, firstLine)
  } catch (error) {
    const what = error instanceof Error ? error.message : 'The parser failed.'
    return { source: null, problems: [unreadable({ line: firstLine, source: lines[0] ?? '', why: what })] }
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
    if (!faults.has(line)) faults.set(line, unreadable({ line, source: sourceOf(line), why: message }))
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

function excessOf(lines: readonly string[], firstLine: number): Problem | null {
  let length = 0
  let open = 0
  for (const [index, source] of lines.entries()) {
    length += source.length + 1
    for (const character of source.slice(0, MAX_LENGTH)) {
      if (character === '[' || character === '{') open += 1
      if ((character === ']' || character === '}') && open > 0) open -= 1
      if (open > MAX_NESTING) break
    }
    const isDeep = open > MAX_NESTING || source.search(/[^\s?-]|$/) > MAX_NESTING
    if (!isDeep && length <= MAX_LENGTH) continue
    return {
      line: firstLine + index,
      what: isDeep ? `The front matter nests too deeply at ${quoted(source)}.` : 'The front matter is too long.',
      why: isDeep
        ? `At most ${MAX_NESTING} levels are read.`
        : `At most ${MAX_LENGTH} characters stand between the two lines “---”.`,
      correction: isDeep ? 'title: The title of the interview' : '---',
    }
  }
  return null
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
  if (colon < 0) return `${line.trim() || 'title'}: a text`
  const bare = value.replace(/^["']/, '').replace(/["']$/, '')
  return `${line.slice(0, colon + 1)} ${value === '' ? 'a text' : JSON.stringify(shortened(bare, 300))}`
}
