import { monthsTouched, objectionToWrite } from '../../../shared/domain/month/lock'
import { type MonthId, monthOf } from '../../../shared/util/months'
import type { DeskDatabase } from './database'
import { Refused } from './refused'
import { traitsOf, withoutListKeys } from './rowTraits'
import type { RecordTable } from './tables'

type Row = Record<string, unknown>

/** Whether the director signed a month and did not reopen it. Every transaction of a command holds the table. */
export async function isMonthLocked(db: DeskDatabase, month: MonthId): Promise<boolean> {
  return (await db.of('monthReviews').get(month))?.state === 'approved'
}

/**
 * Keeps the rows of locked months as they are (domain 12), whoever writes: a command, an import, what a sync brings.
 * One a transaction: a month is looked up once. Recovery does not ask it, for it repeats what was allowed.
 */
export class MonthLock {
  private readonly known = new Map<MonthId, Promise<boolean>>()
  /** Set by the one command that may change such a row: the 更正单 that the director agreed to. */
  correcting = false

  constructor(
    private readonly db: DeskDatabase,
    private readonly now: string,
  ) {}

  /** Throws `Refused` with `month.locked` or `month.backdated` where the write may not be. */
  async check(table: RecordTable, before: Row | undefined, after: Row): Promise<void> {
    const facts = traitsOf(table).month
    if (!facts || this.correcting) return
    const [was, will] = [before ? withoutListKeys(before) : null, withoutListKeys(after)]
    const current = monthOf(this.now)
    // The month that runs is never locked: most writes need no look at all.
    const months = monthsTouched(facts, was, will).filter((month) => month !== current)
    const locked = new Set<MonthId>()
    for (const month of months) if (await this.isLocked(month)) locked.add(month)
    if (locked.size === 0) return
    const objection = objectionToWrite(facts, was, will, (month) => locked.has(month))
    if (objection) throw new Refused(objection.refusal)
  }

  private isLocked(month: MonthId): Promise<boolean> {
    const known = this.known.get(month)
    if (known) return known
    const asked = isMonthLocked(this.db, month)
    this.known.set(month, asked)
    return asked
  }
}
