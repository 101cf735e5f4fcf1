/** Lives and kills, one after another. */
import { PlainError } from '../lib/say.mjs'
import { Chance } from './chance.mjs'
import { Figures } from './figures.mjs'
import { Office } from './lives.mjs'

/** How often each way comes, of a hundred. @type {readonly (readonly [string, number])[]} */
const WAYS = [
  ['all', 44],
  ['main', 12],
  ['page', 12],
  ['torn', 6],
  ['start', 7],
  ['spoil', 11],
  ['recovery', 5],
  ['migration', 3],
]

/**
 * Tortures an office; throws `Broken` at the first finding.
 * @param {object} world
 * @param {import('../lib/electron.mjs').Electron} world.electron
 * @param {string} world.app
 * @param {string} world.folder
 * @param {import('./options.mjs').Options} world.options
 * @param {(line: string) => void} world.tell
 * @returns {Promise<Record<string, number>>} The figures.
 */
export async function torture({ electron, app, folder, options, tell }) {
  const chance = new Chance(options.seed)
  const figures = new Figures()
  const office = new Office(
    { electron, app, folder, chance, figures, tell, spoils: options.spoils, sealed: !options.plain },
    'office',
  )
  // Every way once first, so that a short torture has them all.
  const ways = WAYS.filter(([way]) => options.ways?.includes(way) ?? true)
  if (ways.length === 0) throw new PlainError(`--ways takes some of: ${WAYS.map(([way]) => way).join(',')}`)
  const began = performance.now()
  let before = 'none'
  for (let kill = 1; kill <= options.kills; kill += 1) {
    const way = ways[kill - 1]?.[0] ?? wayBy(ways, chance)
    const from = performance.now()
    try {
      await office.live(way, kill % options.fullEvery === 0)
    } catch (error) {
      tell(`At kill ${kill}: ${way}, before it ${before}`)
      throw error
    }
    before = way
    figures.count(`killed: ${way}`)
    figures.most('longest life with its start and check, ms', performance.now() - from)
    if (kill % 10 === 0) tell(`${kill} kills, ${office.books.acknowledged} commands called saved`)
  }
  await office.end()
  figures.count('kills', options.kills)
  figures.count('commands called saved', office.books.acknowledged)
  figures.count('records', office.books.records.size)
  for (const [key, count] of Object.entries(office.books.refused)) figures.count(`refused: ${key}`, count)
  figures.count('seconds', Math.round((performance.now() - began) / 1000))
  return figures.all()
}

/** @param {typeof WAYS} ways @param {Chance} chance */
function wayBy(ways, chance) {
  let at = chance.below(ways.reduce((sum, [, weight]) => sum + weight, 0))
  return ways.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'all'
}
