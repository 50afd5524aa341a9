import type { CitedSource } from './citedSource.ts'

/**
 * The source as CSL-JSON: a list of one item of the type "interview", whose author is who is interviewed (CSL 1.0.2,
 * csl-data.json, and the specification's appendix on names). A field that the interview does not state is left out.
 *
 * The quotation is an `annote`, which processors keep, and not part of the `note`, in which some of them look for fields.
 */
export function writeCslJson(source: CitedSource): string {
  const { accessed } = source
  const item = {
    id: source.key,
    type: 'interview',
    author: unlessEmpty(source.authors),
    interviewer: unlessEmpty(source.interviewers),
    title: source.title,
    'container-title': source.publication || undefined,
    URL: source.url,
    accessed: accessed ? { 'date-parts': [[accessed.year, accessed.month, accessed.day]] } : undefined,
    language: source.language || undefined,
    note: source.locator || undefined,
    annote: source.quote || undefined,
  }
  return JSON.stringify([item], null, 2)
}

function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined
}
