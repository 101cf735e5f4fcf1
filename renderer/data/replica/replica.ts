import { placeId } from '../../../shared/domain/privacy/types'
import type { Signing } from '../../../shared/sync/merge'
import type { SyncTable } from '../../../shared/sync/travel'
import type { MonthId } from '../../../shared/util/months'
import type { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { refIdsOf } from '../core/refIds'
import { withoutListKeys } from '../core/rowTraits'
import type { OutboxRow } from '../core/tables'
import { isErasing } from '../privacy/erasing'
import type { OpenedEntry } from './opened'
import { outboxId } from './queue'
import { getStretch } from '../core/sparse'
import type { Agreed } from '../../../shared/sync/wire'

type Row = Record<string, unknown>

/** What stands here of some records, in their order. */
interface Found {
  rows: (Row | undefined)[]
  outbox: (OutboxRow | undefined)[]
  agreed: (Agreed | undefined)[]
}

/** Which record bears a number. */
export type Holders = Map<string, string>

/** What a transaction of replication reads and writes beside the records. */
export class Replica {
  /** This machine's; known after the first `of`. */
  deviceId = ''
  private lastSeq = 0

  constructor(private readonly tx: CommandTx) {}

  of(table: SyncTable, recordIds: readonly string[], ids: readonly string[]): Promise<Found> {
    return this.tx.query(async (db) => {
      await this.know(db)
      const [rows, outbox, agreed] = await Promise.all([
        getStretch<Row>(db.table(table), recordIds),
        getStretch(db.of('outbox'), ids),
        getStretch(db.of('agreed'), ids),
      ])
      return { rows: rows.map((row) => row && withoutListKeys(row)), outbox, agreed }
    })
  }

  private async know(db: DeskDatabase): Promise<void> {
    const [device, chain] = await db.of('meta').bulkGet(['deviceId', 'chain'])
    this.deviceId = String(device?.value ?? '')
    this.lastSeq = (chain?.value as { seq: number } | undefined)?.seq ?? 0
  }

  /** The command of this machine's chain at a sequence; '-' where it is not known any more. */
  opIdOf(seq: number): Promise<string> {
    return this.tx.query(async (db) => (await db.of('audit').get([this.deviceId, seq]))?.opId ?? '-')
  }

  /** Nothing of the records waits for the server any more. */
  unqueue(ids: readonly string[]): Promise<void> {
    return this.tx.query((db) => db.of('outbox').bulkDelete([...ids]))
  }

  /** A record is to be sent, on top of the server's version, which is what both agree on from now. */
  queueAgain(table: SyncTable, recordId: string, server: Row): Promise<void> {
    return this.tx.query(async (db) => {
      const id = outboxId(table, recordId)
      const known = await db.of('outbox').get(id)
      // What was set aside is tried again: another version stands there now.
      const { refused: _then, ...row } = known ?? { id, table, recordId, seq: this.lastSeq, vector: {} }
      await db.of('outbox').put({ ...row, base: server })
    })
  }

  /** The records that bear the numbers of rows already; null where numbers are not unique. */
  holdersOf(table: SyncTable, rows: readonly Row[]): Promise<Holders | null> {
    const numbers = rows.flatMap(({ number }) => (typeof number === 'string' ? [number] : []))
    return this.tx.query(async (db) => {
      const { indexes } = db.table(table).schema
      if (!indexes.some(({ name, unique }) => name === 'number' && unique)) return null
      if (numbers.length === 0) return new Map()
      const found = await db.table<Row>(table).where('number').anyOf(numbers).toArray()
      return new Map(found.map((row) => [String(row['number']), String(row['id'])]))
    })
  }

  /** Entries of other machines, as they are: they can be fetched again, so that no journal line carries them. */
  takeEntries(entries: readonly OpenedEntry[]): Promise<void> {
    return this.tx.query(async (db) => {
      await db
        .of('audit')
        .bulkPut(entries.map(({ entry }) => ({ ...entry, refIds: refIdsOf({ audit: entry, writes: [] }) })))
      await db.of('auditDetails').bulkPut(entries.flatMap(({ detail }) => (detail ? [detail] : [])))
      const here = await tellingOfErased(db, entries)
      const gone = entries.filter(({ erased }, i) => erased || here[i])
      await db.of('auditDetails').bulkDelete(gone.map(({ entry }) => entry.opId))
    })
  }

  /** How locked months were signed: see `Signing`. */
  signings(months: ReadonlySet<MonthId>): Promise<Map<MonthId, Signing>> {
    if (months.size === 0) return Promise.resolve(new Map())
    return this.tx.query(async (db) => {
      const seals = await db.of('monthSeals').bulkGet([...months])
      const signed = await Promise.all([...months].map((month) => signerOf(db, month)))
      return new Map(
        seals.flatMap((seal, i): [MonthId, Signing][] => {
          if (!seal) return []
          const chains = Object.fromEntries(seal.chains.map(({ deviceId, seq }) => [deviceId, seq]))
          return [[seal.id, { chains, deviceId: signed[i] ?? null }]]
        }),
      )
    })
  }
}

/** Which entries tell of records that were erased by law: who wrote them did not know yet. */
async function tellingOfErased(db: DeskDatabase, entries: readonly OpenedEntry[]): Promise<boolean[]> {
  const places = entries.map(({ entry }) =>
    isErasing(entry.command) ? [] : entry.refs.map(({ table, id }) => placeId(table, id)),
  )
  const found = await getStretch(db.of('erasures'), places.flat())
  const erased = new Set(found.flatMap((row) => row?.id ?? []))
  return places.map((some) => some.some((place) => erased.has(place)))
}

/** The machine on which a month was signed last; null where its entry is not known here. */
async function signerOf(db: DeskDatabase, month: MonthId): Promise<string | null> {
  const entries = await db.of('audit').where('refIds').equals(month).toArray()
  const signings = entries.filter(({ command }) => command === 'monthReview.approve')
  return signings.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.deviceId ?? null
}
