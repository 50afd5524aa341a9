/** Texts that mean the same in YAML without quotes: they begin with a letter or digit and hold none of YAML's signs. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,’‘“”'()–—_/&;!?%+-]*[\p{L}\p{M}\p{N}.’”')!?%])?$/u

/** A text as a YAML value on one line, in quotes only where it needs them. Inside `[…]` a comma needs them too. */
export function yamlScalar(text: string, isInList = false): string {
  return PLAIN.test(text) && !(isInList && text.includes(',')) ? text : JSON.stringify(text)
}
