import type { CorrectedField } from '../../../shared/domain/correction/types'
import type { CorrectableTable } from '../../../shared/domain/correction/registers'
import type { MonthReview } from '../../../shared/domain/monthReview/types'
import {
  applyCorrectionCommand,
  requestCorrectionCommand,
  verifyCorrectionCommand,
} from '../commands/corrections'
import type { TestOffice } from './office'

/** Locks a month as its signature does, without the review before it: only its state is asked for. */
export async function lockMonth({ db }: Pick<TestOffice, 'db'>, month: string): Promise<void> {
  const row: Pick<MonthReview, 'id' | 'number' | 'state'> = { id: month, number: month, state: 'approved' }
  await db.table('monthReviews').put(row)
}

/** Asks for a 更正单 of a record as it is now; answers its id and number. */
export async function askFor(
  { db, runner }: TestOffice,
  table: CorrectableTable,
  id: string,
  given: { changes?: CorrectedField[]; voids?: boolean; reason?: string },
) {
  const { changes = [], voids = false, reason = '登记时听错' } = given
  const rev = (await db.of(table).get(id))?.rev ?? 0
  return runner.run(requestCorrectionCommand, { table, id, rev, changes, voids, reason })
}

/** 核实同意 and 批准并更正, by whoever is signed in. */
export async function agreeTo({ db, runner }: TestOffice, id: string) {
  const revOf = async () => (await db.of('corrections').get(id))?.rev ?? 0
  const verified = await runner.run(verifyCorrectionCommand, { id, rev: await revOf(), words: '属实' })
  if (!verified.ok) return verified
  return runner.run(applyCorrectionCommand, { id, rev: await revOf(), words: '' })
}
