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
  /** Set by the command that erases by law (domain 13): it changes records of locked months, and erased ones. */
  erasing = false

  constructor(
    private readonly db: DeskDatabase,
    private readonly now: string,
  ) {}

  /**
   * Whether a write has to be asked for at all: most have not, for the month that runs is never locked. Asked apart,
   * because a transaction ends where many rows wait for nothing.
   */
  concerns(table: RecordTable, before: Row | undefined, after: Row): boolean {
    return !this.correcting && !this.erasing && this.pastMonths(table, before, after).length > 0
  }

  /** Throws `Refused` with `record.erased`: what was erased by law is written no more (domain 13). */
  keepErased(before: Row | undefined): void {
    if (before?.['erased'] && !this.erasing) throw new Refused({ key: 'record.erased' })
  }

  /** Throws `Refused` with `month.locked` or `month.backdated` where the write may not be. */
  async check(table: RecordTable, before: Row | undefined, after: Row): Promise<void> {
    const facts = traitsOf(table).month
    if (!facts) return
    const locked = new Set<MonthId>()
    for (const month of this.pastMonths(table, before, after)) {
      if (await this.isLocked(month)) locked.add(month)
    }
    if (locked.size === 0) return
    const was = before ? withoutListKeys(before) : null
    const objection = objectionToWrite(facts, was, withoutListKeys(after), (month) => locked.has(month))
    if (objection) throw new Refused(objection.refusal)
  }

  private pastMonths(table: RecordTable, before: Row | undefined, after: Row): MonthId[] {
    const facts = traitsOf(table).month
    if (!facts) return []
    const current = monthOf(this.now)
    return monthsTouched(facts, before ?? null, after).filter((month) => month !== current)
  }

  private isLocked(month: MonthId): Promise<boolean> {
    const known = this.known.get(month)
    if (known) return known
    const asked = isMonthLocked(this.db, month)
    this.known.set(month, asked)
    return asked
  }
}
