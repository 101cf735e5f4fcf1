import { parseNumber, seriesOf } from '../../../shared/domain/numbering/number'
import { REGISTER_TABLES } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'
import type { Finding } from './types'

/** Keys read at once: the desk goes on between two portions. */
const PORTION = 5_000

interface Series {
  highest: number
  held: number
}

/** Compares every series' counter with the numbers that its records bear (domain 2). Only keys are read. */
export async function checkNumbers(db: DeskDatabase): Promise<{ findings: Finding[]; looked: number }> {
  const before = await givenIn(db)
  const skipped = await skippedOnPurpose(db)
  const known = new Map<string, Series>()
  let looked = 0
  for (const table of REGISTER_TABLES) {
    for (let after = ''; ; ) {
      const keys = await db.table(table).where('number').above(after).limit(PORTION).keys()
      looked += addNumbers(known, keys.map(String))
      if (keys.length < PORTION) break
      after = String(keys.at(-1))
    }
  }
  const last = await givenIn(db)
  const names = [...new Set([...known.keys(), ...last.keys()])].sort()
  const findings = names.flatMap((series): Finding[] => {
    const { highest, held } = known.get(series) ?? { highest: 0, held: 0 }
    const given = last.get(series) ?? 0
    // A number was given meanwhile: what was read belongs to two moments.
    const moved = given !== (before.get(series) ?? 0)
    const behind = given < highest
    return moved || (given === highest && held === highest) || (skipped && !behind)
      ? []
      : [{ kind: 'numbers', series, last: given, highest, held }]
  })
  return { findings, looked }
}

/** After a restore the series go on behind the numbers seen on paper: what lies between is known to be missing. */
async function skippedOnPurpose(db: DeskDatabase): Promise<boolean> {
  const mark = (await db.of('meta').get('restored'))?.value
  return typeof mark === 'object' && mark !== null && Boolean(Reflect.get(mark, 'answeredAt'))
}

/** The last number given in each series. */
async function givenIn(db: DeskDatabase): Promise<Map<string, number>> {
  return new Map((await db.of('numbers').toArray()).map((row) => [row.id, row.last]))
}

function addNumbers(known: Map<string, Series>, numbers: readonly string[]): number {
  let added = 0
  for (const number of numbers) {
    const parts = parseNumber(number)
    if (!parts) continue
    added += 1
    const series = known.get(seriesOf(parts)) ?? { highest: 0, held: 0 }
    known.set(seriesOf(parts), { highest: Math.max(series.highest, parts.seq), held: series.held + 1 })
  }
  return added
}
