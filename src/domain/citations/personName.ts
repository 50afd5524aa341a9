import type { Speaker } from '../interview.ts'
import { plainLine } from './plainLine.ts'
import {
  EAST_ASIAN_FAMILY_NAMES,
  FUNCTIONS,
  LANGUAGES_WITHOUT_FAMILY_LAST,
  STYLED_BY_GIVEN_NAME,
  TITLES,
} from './nameWords.ts'

/** A name in its parts when they are certain, or else as it is written (CSL 1.0.2 schema, name-variable). */
export type PersonName = { readonly given: string; readonly family: string } | { readonly literal: string }

const DEGREES = /,\s*(?:(?:Ph\.?D|M\.?D|J\.?D|M\.?A|M\.?Sc|B\.?A|B\.?Sc|D\.?Phil|MBA|MPH|RN|Esq)\.?(?:\s*,\s*|$))+$/i
/** A word with a capital and small letters after it: `Carter`, `O’Neill`, `Jean-Luc`. */
const NAME_WORD = /^\p{Lu}[\p{sc=Latin}\p{M}'’-]*\p{Ll}[\p{sc=Latin}\p{M}'’-]*$/u
/** `F.`, `F`, `J.R.R.` */
const INITIALS = /^(?:\p{Lu}\.)+$|^\p{Lu}$/u
const LATIN = /^[\p{sc=Latin}\p{M}\s.'’-]+$/u

/**
 * A speaker's name for a citation. Titles and degrees are no part of it (APA 7, 9.8; MLA 9, chapter 5, Author; CMOS 17, 14.73). It is
 * parted only when it is certain which part is the family's:
 *
 * 1. the speaker's label says so: "Dr. Carter" for "Emily Jane Carter", "Le Guin" for "Ursula K. Le Guin";
 * 2. or it is one given name, initials or none, and one more name, in Latin letters, in a language that writes the family
 *    name last, and neither a function ("News Editor") nor likely to begin with the family's ("Xi Jinping").
 *
 * All else stays as it is written: a wrong order misnames a person, a name that is not turned round does not.
 *
 * @example personName({ name: 'Dr. Emily Carter', label: 'Dr. Carter' }, 'en') // { given: 'Emily', family: 'Carter' }
 * @example personName({ name: 'Editor', label: 'Editor' }, 'en') // { literal: 'Editor' }
 */
export function personName({ name, label }: Pick<Speaker, 'name' | 'label'>, language: string): PersonName {
  const literal = withoutTitles(plainLine(name))
  const words = literal.split(' ')
  const [first = '', ...others] = words
  const isOfPerson =
    others.length > 0 &&
    LATIN.test(literal) &&
    !words.some((word) => FUNCTIONS.has(plainWord(word))) &&
    !STYLED_BY_GIVEN_NAME.has(plainWord(first)) &&
    !TITLES.has(plainWord(first))
  if (!isOfPerson) return { literal }
  return partedByLabel(literal, plainLine(label)) ?? partedByForm(words, language) ?? { literal }
}

/** The name as readers know it: `Emily Carter`. */
export function nameInOrder(name: PersonName): string {
  return 'literal' in name ? name.literal : `${name.given} ${name.family}`
}

/** The name as lists sort it: `Carter, Emily`. */
export function nameInverted(name: PersonName): string {
  return 'literal' in name ? name.literal : `${name.family}, ${name.given}`
}

/** Given names as initials, hyphens kept: `Jean-Luc` is `J.-L.` (APA 7, 9.8). */
export function initials(given: string): string {
  return given
    .replaceAll(/(?<=\.)(?=\p{L})/gu, ' ')
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .flatMap((part) => part.normalize('NFC').match(/^\p{L}\p{M}*/u) ?? [])
        .map((letter) => `${letter.toUpperCase()}.`)
        .join('-'),
    )
    .filter((word) => word !== '')
    .join(' ')
}

/** A title alone before one word may be all that makes the name ("Lady Gaga", "Dr. Dre"), and stays. */
function withoutTitles(name: string): string {
  const words = name.replace(DEGREES, '').split(' ')
  while (words.length > 2 && TITLES.has(plainWord(words[0] ?? ''))) words.shift()
  return words.join(' ')
}

function partedByLabel(name: string, label: string): PersonName | null {
  const words = label.split(' ')
  while (words.length > 1 && TITLES.has(plainWord(words[0] ?? ''))) words.shift()
  const family = words.join(' ')
  if (!name.endsWith(` ${family}`) || !/\p{Lu}/u.test(family)) return null
  const given = name.slice(0, -family.length - 1)
  return /\p{Lu}/u.test(given) ? { given, family } : null
}

function partedByForm(words: readonly string[], language: string): PersonName | null {
  const given = words.slice(0, -1)
  const family = words.at(-1) ?? ''
  const isOneGivenName = given.filter((word) => !INITIALS.test(word)).length < 2
  const isOfNames = NAME_WORD.test(family) && given.every((word) => NAME_WORD.test(word) || INITIALS.test(word))
  if (!isOneGivenName || !isOfNames) return null
  const [primary = ''] = language.toLowerCase().split('-')
  if (LANGUAGES_WITHOUT_FAMILY_LAST.has(primary) || EAST_ASIAN_FAMILY_NAMES.has(plainWord(given[0] ?? ''))) return null
  return { given: given.join(' '), family }
}

function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}]+$/gu, '')
    .toLowerCase()
}
