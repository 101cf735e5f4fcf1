/** What the torture was asked for on the command line. */
import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { PlainError } from '../lib/say.mjs'

/**
 * @typedef {object} Options
 * @property {number} kills
 * @property {number} seed The same seed chooses the same commands, moments and damages.
 * @property {number} fullEvery Between two looks at everything lie this many kills.
 * @property {readonly string[] | null} ways Only these ways to be killed; null for the mix of all.
 * @property {readonly string[] | null} spoils Only these damages between two starts; null for all in turn.
 * @property {boolean} plain An office without a vault, as earlier releases made them.
 * @property {boolean} built The app has been built already.
 * @property {string | undefined} json File for the figures.
 */

const KILLS = 300
const FULL_EVERY = 25

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const { values } = parse(args)
  const kills = whole('--kills', values.kills ?? String(KILLS), 1)
  const seed = whole('--seed', values.seed ?? String(Date.now() % 1_000_000), 0)
  const fullEvery = whole('--full-every', values['full-every'] ?? String(FULL_EVERY), 1)
  const spoils = values.spoils?.split(',') ?? null
  const ways = values.ways?.split(',') ?? null
  const json = values.json === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.json)
  return {
    kills,
    seed,
    fullEvery,
    ways,
    spoils,
    plain: values.plain === true,
    built: values.built === true,
    json,
  }
}

/** @param {string} name @param {string} text @param {number} least */
function whole(name, text, least) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least) throw new PlainError(`${name} takes a number from ${least}.`)
  return value
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        kills: { type: 'string' },
        seed: { type: 'string' },
        'full-every': { type: 'string' },
        ways: { type: 'string' },
        spoils: { type: 'string' },
        plain: { type: 'boolean' },
        built: { type: 'boolean' },
        json: { type: 'string' },
      },
    })
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error))
  }
}
