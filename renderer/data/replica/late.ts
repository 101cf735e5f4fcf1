import type { MonthId } from '../../../shared/util/months'
import type { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { isLate, lateNew, standingSeal } from '../queries/lateRecords'
import { type FlowingTable, isFlowing } from '../queries/monthView'

type Row = Record<string, unknown>

/** A record that a signed month does not hold, and the command that made the version that is here. */
export interface Late {
  table: FlowingTable
  row: Row
  deviceId: string
  opId: string
}

/** Gathers, while a portion is written, what may have come late into signed months. */
export class LateComers {
  private readonly came: (Late & { months: readonly MonthId[] })[] = []
  private readonly signed = new Set<MonthId>()

  constructor(private readonly tx: CommandTx) {}

  /** A record that is new here. @param months locked ones that it touches. */
  note(table: string, late: Omit<Late, 'table'>, months: ReadonlySet<MonthId>): void {
    if (isFlowing(table) && months.size > 0) this.came.push({ ...late, table, months: [...months] })
  }

  /** A signature, or its seal, came: what stands here already may not be in it. */
  noteSigned(table: string, { id }: Row): void {
    if (table === 'monthReviews' || table === 'monthSeals') this.signed.add(String(id) as MonthId)
  }

  /** Those of which no line of 待核对 tells yet. */
  async found(): Promise<Late[]> {
    const late = [...(await this.amongCame()), ...(await this.amongKnown())]
    const told = await Promise.all(late.map(({ table, row }) => this.isTold(table, String(row['id']))))
    return late.filter((_, i) => !told[i])
  }

  private async amongCame(): Promise<Late[]> {
    const late: Late[] = []
    for (const { months, ...one } of this.came)
      for (const month of months) if (!late.includes(one) && (await this.missedBy(month, one))) late.push(one)
    return late
  }

  private missedBy(month: MonthId, { table, row }: Late): Promise<boolean> {
    return this.tx.query(async (db) => {
      const seal = await standingSeal(db, month)
      return seal !== null && isLate(db, seal, table, row)
    })
  }

  private async amongKnown(): Promise<Late[]> {
    const known = new Set(this.came.map(({ row }) => row['id']))
    const late: Late[] = []
    for (const month of this.signed) {
      const found = await this.tx.query(async (db) => {
        const seal = await standingSeal(db, month)
        return seal ? lateNew(db, seal) : []
      })
      for (const one of found.filter(({ row }) => !known.has(row['id'])))
        late.push({
          ...one,
          row: withoutListKeys(one.row),
          ...(await this.tx.query((db) => makerOf(db, String(one.row['id'])))),
        })
    }
    return late
  }

  private isTold(table: string, id: string): Promise<boolean> {
    return this.tx.query(async (db) => {
      const lines = await db.of('disputes').where('recordId').equals(id).toArray()
      return lines.some((line) => line.table === table && isOfLate(line))
    })
  }
}

/** The newest command of any machine on a record. */
export async function makerOf(db: DeskDatabase, id: string): Promise<{ deviceId: string; opId: string }> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  const own = entries.filter(({ command }) => !command.startsWith('sync.'))
  const last = own.toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1)).at(-1)
  return { deviceId: last?.deviceId ?? '-', opId: last?.opId ?? '-' }
}

/** A line that tells of a record that came late: nothing of it is disputed, and it stands in the books. */
export function isOfLate({ kind, fields }: { kind: string; fields: readonly unknown[] }): boolean {
  return kind === 'locked' && fields.length === 0
}
