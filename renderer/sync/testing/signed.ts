import { frozenTextOf, newestCorrectionOf } from '../../../shared/sync/frozen'
import { traitsOf } from '../../data/core/rowTraits'
import { MONTH } from './deeds'
import type { Machine } from './machine'

type Row = Record<string, unknown>

/** What the signed month keeps of each complaint, with the 更正单 that it has had, by id. */
type Kept = Map<string, { text: string; correction: string | null }>

/** Remembers what was signed, and tells what of it says something else later (domain 12). */
export class Signed {
  private readonly bySeal = new Map<string, Kept>()

  get count(): number {
    return this.bySeal.size
  }

  async note(machine: Machine): Promise<void> {
    const seal = await machine.db.of('monthSeals').get(MONTH)
    if (seal && !this.bySeal.has(seal.digest)) this.bySeal.set(seal.digest, await keptAt(machine))
  }

  /** Records of the signed month that changed without 更正单, 重开 or erasure by law. */
  async changedAt(machine: Machine): Promise<string[]> {
    const [review, seal] = await Promise.all([
      machine.db.of('monthReviews').get(MONTH),
      machine.db.of('monthSeals').get(MONTH),
    ])
    if (review?.state !== 'approved' || !seal) return []
    const now = await keptAt(machine)
    const erased = new Set((await machine.db.of('erasures').toArray()).map(({ recordId }) => recordId))
    return [...(this.bySeal.get(seal.digest) ?? [])].flatMap(([id, then]) => {
      const row = now.get(id)
      const corrected = row !== undefined && row.correction !== then.correction
      return corrected || erased.has(id) || row?.text === then.text ? [] : [id]
    })
  }
}

async function keptAt({ db }: Machine): Promise<Kept> {
  const { month } = traitsOf('complaints')
  const kept: Kept = new Map()
  if (!month) return kept
  for (const row of (await db.table('complaints').toArray()) as Row[]) {
    const frozen = frozenTextOf(month, row, (one) => one === MONTH)
    if (frozen)
      kept.set(String(row['id']), { text: JSON.stringify(frozen), correction: newestCorrectionOf(row) })
  }
  return kept
}
