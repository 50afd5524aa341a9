import type { MarkTrouble } from '../../domain/marks/markStore.ts'

const TROUBLES: Readonly<Record<MarkTrouble, string>> = {
  blocked: 'This browser lets nothing be kept here: your marks go with this page. Export them to keep them.',
  full: 'There is no room left in this browser: your last marks go with this page. Export them to keep them.',
  corrupt: 'Some of your marks cannot be read. They stay where they are; the others are here.',
  newer:
    'A newer version of this page keeps your marks: load the page again. What you mark now goes with this page; export it to keep it.',
}

/** What is not kept, in a sentence or two, and what to do. */
export function sayMarkTrouble(trouble: MarkTrouble): string {
  return TROUBLES[trouble]
}
