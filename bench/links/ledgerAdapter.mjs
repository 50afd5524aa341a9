/**
 * The ledger as a scheme of the bench: an address names the old turn, and the text that was published is at hand, as it
 * is when `npm run publish` carries ids over. Null where the turn is gone, and where an author would be asked.
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const file = fileURLToPath(new URL('../../src/domain/alignment/alignTurns.ts', import.meta.url))
const { module } = await runnerImport(file, { configFile: false, logLevel: 'warn' })
const { alignTurns } = /** @type {typeof import('../../src/domain/alignment/alignTurns.ts')} */ (module)

/** @typedef {{ turns: readonly { speaker: string, text: string }[] }} Doc */

export const name = 'ledger'

/** What became of the old turns, by the new text: the bench asks for many turns of one pair. */
const fatesByText = new WeakMap()

/**
 * @param {Doc} _doc
 * @param {number} turn
 */
export function makeLink(_doc, turn) {
  return String(turn)
}

/**
 * The new index of an old turn.
 *
 * @param {Doc} newDoc
 * @param {string} link
 * @param {Doc} oldDoc
 * @returns {number | null}
 */
export function resolve(newDoc, link, oldDoc) {
  let fates = fatesByText.get(newDoc)
  if (!fates) {
    fates = alignTurns(oldDoc.turns, newDoc.turns)
    fatesByText.set(newDoc, fates)
  }
  return fates[Number(link)]?.to ?? null
}
