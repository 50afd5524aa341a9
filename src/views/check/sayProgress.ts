import type { LibraryCheck } from './checkLibrary.ts'

/** How far a check of the library has come, and what it found; and on how many interviews that rests. */
export function sayProgress(checked: LibraryCheck): string {
  const { state, looked, likely, of, missing } = checked
  if (state === 'checking') return `${inDigits(looked)} of ${inDigits(likely)} interviews looked at …`
  if (of === 0) return 'There are no interviews yet.'
  const missed = missing.length > 0 ? ` Not looked at, since it could not be fetched: ${missing.join('; ')}.` : ''
  return (checked.findings.length > 0 ? sayFound(checked) : sayNothing(checked)) + missed
}

function sayFound({ findings, state, looked, of }: LibraryCheck): string {
  const found = `Found in ${findings.length} ${findings.length === 1 ? 'place' : 'places'}, the best first.`
  const looks = `${inDigits(looked)} of ${inDigits(of)} interviews`
  if (state === 'enough') return `${found} Looked at ${looks}: there may be more.`
  return looked === of ? found : `${found} Looked at ${looks}, those that share most of its words.`
}

function sayNothing({ looked, of }: LibraryCheck): string {
  const all = of === 1 ? 'the one interview' : `any of the ${inDigits(of)} interviews`
  if (looked === of) return `Nothing like it in ${all} here.`
  // Which words stand where, the index knows; what they would be like with others in their place, only the texts.
  const like =
    looked === 0
      ? 'none of them shares its rarer words'
      : `nothing like it in the ${inDigits(looked)} that share most of its words`
  return `Not in ${all} here as it is quoted, and ${like}.`
}

/** A count as sentences of a check have it. */
export function inDigits(count: number): string {
  return count.toLocaleString('en')
}
