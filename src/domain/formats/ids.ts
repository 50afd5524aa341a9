/** The longest topic id, in UTF-16 code units: it names a folder, and file systems stop at 255 bytes. */
export const MAX_TOPIC_ID_LENGTH = 60

/** Words of letters, marks and digits of any script with one hyphen between them. The two classes never overlap. */
const ID = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u

/** True when a text can stand in an address as it is: letters and digits of any script, joined by hyphens. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** True when a text can be the id of a topic. */
export function isTopicId(text: string): boolean {
  return isId(text) && text.length <= MAX_TOPIC_ID_LENGTH
}

/** An id made of a text's first words, to be proposed to an author. @example idFrom('Human rights!') // 'human-rights' */
export function idFrom(text: string): string {
  const words = text
    .slice(0, MAX_TOPIC_ID_LENGTH)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  const id = words?.slice(0, 5).join('-') ?? ''
  return id.length <= MAX_TOPIC_ID_LENGTH && id !== '' ? id : 'words-joined-by-hyphens'
}
