/** What the bench was asked for on the command line. */

import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { PlainError } from '../lib/say.mjs'

export const PARTS = /** @type {const} */ (['start', 'lists', 'save', 'paper'])

/** What is measured only when it is asked for by its name alone: each takes far longer than everything else. */
const ALONE = /** @type {const} */ (['backup', 'sync', 'growth'])

/** @typedef {(typeof PARTS)[number] | (typeof ALONE)[number]} Part */

/**
 * @typedef {object} Options
 * @property {number} records Complaints in the large office.
 * @property {number[]} sizes Complaints of the offices whose growth is measured, ascending.
 * @property {Part[]} parts
 * @property {number} repeat How often everything is repeated, as a factor.
 * @property {string | undefined} json File for the raw figures.
 * @property {number} attachments Bytes of attachments, where backups are measured.
 * @property {string | undefined} desk Folder of the filled desk, kept for the next run; else a temporary one.
 * @property {string | undefined} trace Folder for the CPU profile of the slowest operation of `growth`.
 * @property {string} of Of those whose name holds this.
 */

const DEFAULT_RECORDS = 100_000
/** Fewer make lists and searches that nobody has to wait for anyway. */
const LEAST_RECORDS = 2000
/** A first week, half a year, four years, and twenty of an office of two thousand homes. */
const DEFAULT_SIZES = '1000,10000,100000,500000'
const DEFAULT_ATTACHMENTS = '500M'
const UNITS = { M: 1024 ** 2, G: 1024 ** 3 }

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const { values, positionals } = parse(args)
  const records = Number(values.records ?? DEFAULT_RECORDS)
  if (!Number.isInteger(records) || records < LEAST_RECORDS) {
    throw new PlainError(`--records takes a number from ${LEAST_RECORDS}.`)
  }
  const [named, ...more] = positionals
  const what = ALONE.find((part) => part === named)
  if (what !== named || more.length > 0) {
    throw new PlainError(`Either nothing, or one of ${ALONE.join(', ')}: ${positionals.join(' ')}`)
  }
  if (values.trace !== undefined && what !== 'growth') throw new PlainError('--trace belongs to growth.')
  if (values.of !== undefined && values.trace === undefined) throw new PlainError('--of belongs to --trace.')
  const usual = values.only === undefined ? [...PARTS] : values.only.split(',').map(partOf)
  return {
    records,
    sizes: sizesOf(values.sizes ?? DEFAULT_SIZES),
    parts: what === undefined ? usual : [what],
    repeat: values.thorough === true ? 3 : 1,
    json: pathOf(values.json),
    attachments: bytesOf(values.attachments ?? DEFAULT_ATTACHMENTS),
    desk: pathOf(values.desk),
    trace: pathOf(values.trace),
    of: values.of ?? '',
  }
}

/** @param {string | undefined} path Seen from where the command was given. */
function pathOf(path) {
  return path === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', path)
}

/** @param {string} size `50M`, `2G` @returns {number} */
function bytesOf(size) {
  const [, count = '', unit = ''] = /^(\d+)([MG])$/.exec(size) ?? []
  if (unit !== 'M' && unit !== 'G') throw new PlainError('--attachments takes a size like 50M or 2G.')
  return Number(count) * UNITS[unit]
}

/** @param {string} list `1000,10000` @returns {number[]} */
function sizesOf(list) {
  const sizes = list.split(',').map(Number)
  const rises = sizes.every((size, at) => Number.isInteger(size) && size > (sizes[at - 1] ?? 0))
  if (!rises) throw new PlainError('--sizes takes numbers of complaints, the smallest first: 1000,10000.')
  return sizes
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        records: { type: 'string' },
        sizes: { type: 'string' },
        only: { type: 'string' },
        thorough: { type: 'boolean' },
        json: { type: 'string' },
        attachments: { type: 'string' },
        desk: { type: 'string' },
        trace: { type: 'string' },
        of: { type: 'string' },
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
