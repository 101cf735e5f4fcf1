/** What the bench was asked for on the command line. */

import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { PlainError } from '../lib/say.mjs'

export const PARTS = /** @type {const} */ (['start', 'lists', 'save', 'paper'])

/** @typedef {(typeof PARTS)[number]} Part */

/**
 * @typedef {object} Options
 * @property {number} records Complaints in the large office.
 * @property {Part[]} parts
 * @property {number} repeat How often everything is repeated, as a factor.
 * @property {string | undefined} json File for the raw figures.
 */

const DEFAULT_RECORDS = 100_000
/** Fewer make lists and searches that nobody has to wait for anyway. */
const LEAST_RECORDS = 2000

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const { values } = parse(args)
  const records = Number(values.records ?? DEFAULT_RECORDS)
  if (!Number.isInteger(records) || records < LEAST_RECORDS) {
    throw new PlainError(`--records takes a number from ${LEAST_RECORDS}.`)
  }
  const parts = values.only === undefined ? [...PARTS] : values.only.split(',').map(partOf)
  const json = values.json === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.json)
  return { records, parts, repeat: values.thorough === true ? 3 : 1, json }
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        records: { type: 'string' },
        only: { type: 'string' },
        thorough: { type: 'boolean' },
        json: { type: 'string' },
      },
    })
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} name @returns {Part} */
function partOf(name) {
  const part = PARTS.find((known) => known === name)
  if (part === undefined) throw new PlainError(`--only takes some of: ${PARTS.join(',')}`)
  return part
}
