import type { DisputedField, DisputeKind } from '../../../shared/domain/dispute/types'
import { monthsTouched } from '../../../shared/domain/month/lock'
import { mergeRecords, type Merge, type MergeFacts } from '../../../shared/sync/merge'
import { fromWire, type SyncTable } from '../../../shared/sync/travel'
import { join, orderOf, type Vector } from '../../../shared/sync/vector'
import type { Agreed } from '../../../shared/sync/wire'
import type { MonthId } from '../../../shared/util/months'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import type { CommandTx } from '../core/commandTx'
import { isMonthLocked } from '../core/monthLock'
import { traitsOf } from '../core/rowTraits'
import type { OutboxRow, RecordTables } from '../core/tables'
import { disputeOf } from './disputeOf'
import { hangingOnErased, type Silent } from './hanging'
import { LateComers } from './late'
import { linesToSettle, settleNumbers } from './numberLines'
import type { Opened, Taken } from './opened'
import { outboxId, vectorOf } from './queue'
import { type Holders, Replica } from './replica'

type Row = Record<string, unknown>

/** What stands here of a record that came. */
interface Here {
  row: Row | null
  out: OutboxRow | null
  agreed: Agreed | null
  seen: Vector
}

type Standing = Here & { row: Row }
const NOTHING: Here = { row: null, out: null, agreed: null, seen: {} }
type LockedMonths = ReadonlySet<MonthId>

/** Writes what came, table by table, inside one transaction. */
export class Taker {
  readonly counts: Taken = { taken: 0, merged: 0, disputed: 0 }
  private readonly agreed: Agreed[] = []
  private readonly settled: string[] = []
  /** Records that came new, and whether one has another number, or a line over numbers came: see `settleNumbers`. */
  private readonly fresh: string[] = []
  private renumbered = false
  /** Whether months are locked. */
  private readonly known = new Map<MonthId, boolean>()

  private readonly replica: Replica

  private readonly late: LateComers

  constructor(private readonly tx: CommandTx) {
    this.replica = new Replica(tx)
    this.late = new LateComers(tx)
  }

  async take(table: SyncTable, records: readonly Opened[]): Promise<void> {
    const here = await this.here(table, records)
    const holders = await this.replica.holdersOf(
      table,
      records.flatMap(({ row }, i) => (here[i]?.row ? [] : [row])),
    )
    const rows = records.map(({ row, withheld }, i) => fromWire(table, row, withheld, here[i]?.row ?? null))
    await this.lookUpMonths(table, here, rows)
    const hanging = await hangingOnErased(this.tx, table, rows)
    const plain: Row[] = []
    // A transaction ends where many rows wait for nothing: those that are simply taken are not awaited.
    for (const [i, record] of records.entries()) {
      const silent = hanging.get(i)
      const [known, row] = [here[i], silent?.row ?? rows[i]]
      if (!known || !row) continue
      const came = { ...record, row }
      this.noteNumber(table, known.row, row)
      this.late.noteSigned(table, row)
      const locked = this.lockedMonths(table, known.row, row)
      if (!known.row) {
        const holder = holderOf(came, holders)
        if (holder) {
          await this.disputeNumber(table, came, holder)
          continue
        }
        this.late.note(table, { row, deviceId: record.deviceId, opId: record.opId }, locked)
      } else if (!silent && (locked.size > 0 || !isToBeTaken(came, known))) {
        await this.meet(table, came, { ...known, row: known.row }, locked)
        continue
      }
      this.agree(came, known, record.frozen)
      if (silent) {
        await this.silence(table, silent)
        continue
      }
      plain.push(row)
      if (known.out) this.settled.push(outboxId(table, record.recordId))
    }
    await this.tx.take(table, plain as unknown as RecordTables[SyncTable][])
    this.counts.taken += plain.length
  }

  /** Without its words, which the server and the others are to lose too. */
  private async silence(table: SyncTable, { row, erasure }: Silent): Promise<void> {
    const left = row as unknown as RecordTables[SyncTable]
    await this.tx.merge(table, left, left)
    if (erasure && !(await this.tx.get('erasures', erasure.id))) await this.tx.put('erasures', erasure)
    this.counts.merged += 1
  }

  /** What was agreed on, once all is written. */
  async finish(): Promise<void> {
    const { fresh, renumbered: all } = this
    await settleNumbers(this.tx, await this.tx.query((db) => linesToSettle(db, { fresh, all })))
    // A signed month does not hold them (domain 12): they stand in the books, and somebody is to look.
    for (const { table, ...one } of await this.late.found())
      await this.dispute(table, 'locked', { keep: 'ours', fields: [] }, one, NOTHING)
    await this.replica.unqueue(this.settled)
    await this.tx.agree(this.agreed)
  }

  private async here(table: SyncTable, records: readonly Opened[]): Promise<Here[]> {
    const ids = records.map(({ recordId }) => outboxId(table, recordId))
    const found = await this.replica.of(
      table,
      records.map(({ recordId }) => recordId),
      ids,
    )
    return ids.map((_, i) => {
      const out = found.outbox[i] ?? null
      const agreed = found.agreed[i] ?? null
      const seen = join(agreed?.seen ?? {}, out ? vectorOf(out, this.replica.deviceId) : {})
      return { row: found.rows[i] ?? null, out, agreed, seen }
    })
  }

  /** Both sides have something: what each knows decides, and where neither knows the other they are merged. */
  private async meet(table: SyncTable, record: Opened, here: Standing, locked: LockedMonths): Promise<void> {
    // What was done here without knowing of a lock is looked at, though the server's version is older.
    if (locked.size === 0 && orderOf(record.seen, here.seen) === 'older')
      return this.keepOurs(table, record, here)
    const merge = mergeRecords({
      table,
      base: baseOf(record, here),
      ours: here.row,
      server: record.row,
      facts: await this.factsOf(table, record, here, locked),
    })
    await this.apply(table, merge, record, here)
  }

  private async apply(table: SyncTable, merge: Merge, record: Opened, here: Standing): Promise<void> {
    if (merge.kind === 'push') return this.keepOurs(table, record, here)
    if (merge.kind === 'same' || merge.kind === 'take')
      return this.takeTheirs(table, merge.kind, record, here)
    if (merge.kind === 'ask') {
      await this.dispute(table, merge.why, merge, record, here)
      if (merge.keep === 'ours') return this.keepOurs(table, record, here)
      return this.takeTheirs(table, 'take', record, here)
    }
    if (merge.fields.length > 0)
      await this.dispute(table, 'fields', { keep: 'server', fields: merge.fields }, record, here)
    await this.tx.merge(
      table,
      merge.row as unknown as RecordTables[SyncTable],
      record.row as unknown as RecordTables[SyncTable],
    )
    this.agree(record, here, record.frozen || here.agreed?.frozen)
    this.counts.merged += 1
  }

  private async takeTheirs(
    table: SyncTable,
    kind: 'same' | 'take',
    record: Opened,
    here: Here,
  ): Promise<void> {
    if (kind === 'take') {
      await this.tx.take(table, [record.row as unknown as RecordTables[SyncTable]])
      this.counts.taken += 1
    }
    this.agree(record, here, record.frozen)
    this.settled.push(outboxId(table, record.recordId))
  }

  /** Ours is to be sent, on top of what the server has. */
  private async keepOurs(table: SyncTable, record: Opened, here: Here): Promise<void> {
    this.agree(record, here, here.agreed?.frozen)
    await this.replica.queueAgain(table, record.recordId, record.row)
  }

  private agree({ table, recordId, rev, seen }: Opened, here: Here, frozen = false): void {
    const id = outboxId(table, recordId)
    // Of a leaf that lost nothing is agreed but that it is known.
    const onto = rev ?? here.agreed?.rev ?? null
    this.agreed.push({ id, rev: onto, seen: join(here.seen, seen), ...(frozen ? { frozen } : {}) })
  }

  /** Puts the version that waits on the list; the same one is there once, whichever machine found it. */
  private async dispute(
    table: SyncTable,
    kind: DisputeKind,
    { keep, fields }: { keep: 'server' | 'ours'; fields: DisputedField[] },
    record: Pick<Opened, 'row' | 'deviceId' | 'opId'>,
    here: Here,
  ): Promise<void> {
    const { deviceId } = this.replica
    const oursWaits = keep === 'server' && here.row !== null
    const by = oursWaits
      ? { deviceId, opId: await this.replica.opIdOf(here.out?.seq ?? 0) }
      : { deviceId: record.deviceId, opId: record.opId }
    const waiting = oursWaits && here.row ? here.row : record.row
    const made = disputeOf(this.tx.ctx.now, { table, kind, fields, waiting, ...by })
    if (await this.tx.get('disputes', made.id)) return
    await this.tx.put('disputes', made)
    this.counts.disputed += 1
  }

  private noteNumber(table: SyncTable, before: Row | null, { id, number, kind }: Row): void {
    if (table === 'disputes') this.renumbered ||= kind === 'number'
    else if (typeof number !== 'string') return
    else if (before) this.renumbered ||= before['number'] !== number
    else this.fresh.push(String(id))
  }

  /** Two machines gave one number (domain 2): the record that came waits until one of them has another. */
  private disputeNumber(table: SyncTable, record: Opened, holder: string): Promise<void> {
    const fields = [{ path: 'id', base: null, inForce: holder, waiting: record.recordId }]
    return this.dispute(table, 'number', { keep: 'ours', fields }, record, NOTHING)
  }

  private async lookUpMonths(table: SyncTable, here: readonly Here[], rows: readonly Row[]): Promise<void> {
    const { month } = traitsOf(table)
    if (!month) return
    const touched = rows.flatMap((row, i) => monthsTouched(month, here[i]?.row ?? null, row))
    for (const one of new Set(touched)) {
      if (this.known.has(one)) continue
      this.known.set(one, await this.tx.query((db) => isMonthLocked(db, one)))
    }
  }

  private lockedMonths(table: SyncTable, ours: Row | null, server: Row): LockedMonths {
    const { month } = traitsOf(table)
    return new Set(month ? monthsTouched(month, ours, server).filter((one) => this.known.get(one)) : [])
  }

  private async factsOf(
    table: SyncTable,
    record: Opened,
    { seen, agreed }: Here,
    locked: LockedMonths,
  ): Promise<MergeFacts> {
    const signed = await this.replica.signings(locked)
    // Where it was signed every command since knew of the lock.
    const signedHere = [...locked].every((month) => signed.get(month)?.deviceId === this.replica.deviceId)
    return {
      month: traitsOf(table).month ?? null,
      isLocked: (month) => locked.has(month),
      settings: this.tx.ctx.settings,
      accepts: (row) => TABLE_SCHEMAS[table].safeParse(row).success,
      signingOf: (month) => signed.get(month) ?? null,
      seen: { ours: seen, server: record.seen },
      serverFrozen: record.frozen,
      oursFrozen: locked.size > 0 && (signedHere || agreed?.frozen === true),
    }
  }
}

/** The record that bears this one's number already; null where none does. */
function holderOf({ row: { number }, recordId }: Opened, holders: Holders | null): string | null {
  if (!holders || typeof number !== 'string') return null
  const holder = holders.get(number)
  // The next of these that bears it finds this one.
  if (!holder) holders.set(number, recordId)
  return holder === undefined || holder === recordId ? null : holder
}

/** Nothing of ours stands against it. */
function isToBeTaken(record: Opened, { out, seen }: Here): boolean {
  const order = orderOf(record.seen, seen)
  return order === 'newer' || (order === 'same' && !out && record.rev !== null)
}

/** The version that both come from; null where none is known, as after the server lost what was agreed on. */
function baseOf(record: Opened, { row, out, agreed, seen }: Standing): Row | null {
  if (!out) {
    // A version that was kept against another's knows what both know, and no more.
    const order = orderOf(record.seen, seen)
    return order === 'newer' || order === 'same' ? row : null
  }
  const known = orderOf(agreed?.seen ?? {}, record.seen)
  return known === 'older' || known === 'same' ? (out.base ?? null) : null
}
