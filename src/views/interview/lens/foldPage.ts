import { foldsOf, type Fold } from '../../../domain/folds.ts'

/** A place in the page for the line of a fold, before the first of its turns. */
export interface FoldSlot {
  readonly fold: Fold
  readonly element: HTMLElement
}

/** Where a browser finds what is folded by its own search, it says so before it shows it (HTML, hidden=until-found). */
const FOLDED = 'onbeforematch' in document ? 'until-found' : ''

/**
 * Folds the turns of the page that are not shown, and headings under which nothing is. The attribute is no prop of theirs, so
 * React leaves it there. Returns a place for the line of each fold; `shown` null unfolds all.
 */
export function foldPage(transcript: Element, shown: readonly boolean[] | null): FoldSlot[] {
  for (const slot of transcript.querySelectorAll('[data-fold]')) slot.remove()
  const articles = [...transcript.querySelectorAll('article')]
  articles.forEach((article, index) => setFolded(article, shown?.[index] === false))
  for (const heading of transcript.querySelectorAll('div:has(> div > h2)')) {
    const under = articlesUnder(heading)
    setFolded(heading, shown !== null && under.length > 0 && under.every((article) => article.hasAttribute('hidden')))
  }
  if (!shown) return []
  return foldsOf(shown).flatMap((fold) => {
    const first = articles[fold.start]
    if (!first) return []
    const element = document.createElement('div')
    element.dataset['fold'] = ''
    first.before(element)
    return [{ fold, element }]
  })
}

function setFolded(element: Element, isFolded: boolean): void {
  if (isFolded) element.setAttribute('hidden', FOLDED)
  else if (element.hasAttribute('hidden')) element.removeAttribute('hidden')
}

/** The turns under a heading, in its chunk and those behind it. */
function articlesUnder(heading: Element): Element[] {
  const found: Element[] = []
  let next: Element | null | undefined =
    heading.nextElementSibling ?? heading.parentElement?.nextElementSibling?.firstElementChild
  while (next && !(next.tagName === 'DIV' && next.querySelector('h2'))) {
    if (next.tagName === 'ARTICLE') found.push(next)
    next = next.nextElementSibling ?? next.parentElement?.nextElementSibling?.firstElementChild
  }
  return found
}
