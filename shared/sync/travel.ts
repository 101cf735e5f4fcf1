import { disputeFromWire, disputeToWire, EVERYTHING } from './travelDispute'
import type { Row } from './wire'

/** What of a table's rows goes to head office's server, where the table does. */
interface Travel {
  /** Sensitive fields that the office may keep to its machines, and what stands on the server instead. */
  withheld?: Readonly<Record<string, unknown>>
  /** Sealed fields that cannot be kept back: without them the row says nothing that can be checked. */
  needed?: readonly string[]
  /** Fields that are each machine's own, and what stands on the server instead. */
  own?: Readonly<Record<string, unknown>>
}

/**
 * What travels: a closed list. A table that is not named here is a compile error where both lists are known
 * (`renderer/data/replica/travels.test.ts`).
 */
export const TRAVELS = {
  /** The letter tells machines apart (domain 2): claimed by the machine's own document. */
  office: { own: { deviceLetter: '' } },
  settings: {},
  users: {},
  /** PIN hashes and lock-outs: never. */
  credentials: false,
  units: {},
  persons: { withheld: { idLastFour: '' } },
  vehicles: {},
  careFlags: { withheld: { note: '' } },
  instructions: { withheld: { note: '' } },
  blacklist: {},
  complaints: {},
  incidents: { withheld: { injuries: [] } },
  lostItems: { withheld: { claims: [] } },
  lostReports: {},
  shelfCounts: {},
  attachments: {},
  scans: {},
  visits: {},
  visitNotes: { withheld: { text: '' } },
  visitPreferences: {},
  visitMonths: {},
  returnVisits: {},
  returnRounds: {},
  /** Kept back by itself where it speaks of what is kept back: see `withheldFrom`. */
  corrections: { withheld: { changes: [], reason: '' } },
  monthReviews: {},
  /** Its digest is over all of it. */
  monthSeals: { needed: ['statistics', 'checks', 'report'] },
  phrases: {},
  savedFilters: {},
  guidance: {},
  erasures: {},
  retentionHolds: { withheld: { reason: '' } },
  personRequests: { withheld: { name: '', phone: '', identifiedBy: '', words: '', answer: null } },
  /** Without both versions nobody can choose. */
  disputes: { needed: ['fields', 'waiting'] },
} as const satisfies Readonly<Record<string, Travel | false>>

type Travels = typeof TRAVELS
/** A table whose rows travel. */
export type SyncTable = { [K in keyof Travels]: Travels[K] extends false ? never : K }[keyof Travels]

/** Their names. */
export const SYNC_TABLES = (Object.keys(TRAVELS) as (keyof Travels)[]).filter(
  (table): table is SyncTable => TRAVELS[table] !== false,
)

const names = new Set<string>(SYNC_TABLES)

export function isSyncTable(table: string): table is SyncTable {
  return names.has(table)
}

function travelOf(table: SyncTable): Travel {
  return TRAVELS[table]
}

/** Whether the office's setting (`settings.notReplicated`) lets a table's rows go: `visits` keeps all of its rows here. */
export function goes(table: string, notReplicated: readonly string[]): table is SyncTable {
  return isSyncTable(table) && !notReplicated.includes(table)
}

/** Sensitive fields of a table that the office keeps to its machines, by the setting: `incidents.injuries`. */
export function withheldOf(table: SyncTable, notReplicated: readonly string[]): string[] {
  const fields = Object.keys(travelOf(table).withheld ?? {})
  return fields.filter((field) => notReplicated.includes(`${table}.${field}`))
}

/** The same for one row: of a line of 待核对, or of a 更正单, by the record that it is about. */
export function withheldFrom(table: SyncTable, row: Row, notReplicated: readonly string[]): string[] {
  if (table === 'corrections') return withheldOfCorrection(row, notReplicated)
  if (table !== 'disputes') return withheldOf(table, notReplicated)
  const about = String(row['table'])
  if (!goes(about, notReplicated)) return [EVERYTHING]
  return withheldFrom(about, Object(row['waiting']) as Row, notReplicated)
}

/**
 * A 更正单 says old and new words of its record, and in its reason often both: none of it goes where the record, or one
 * of the fields, does not. Without a reason it came here without: what its maker keeps is not sent back empty.
 */
function withheldOfCorrection({ target, changes, reason }: Row, notReplicated: readonly string[]): string[] {
  // What waits in 待核对 of a record erased by law says nothing any more.
  if (!target) return []
  const { table } = target as { table: string }
  const here = goes(table, notReplicated) ? withheldOf(table, notReplicated) : null
  const paths = (changes as { path: string }[]).map(({ path }) => path.split('.')[0] ?? '')
  const speaks = here === null || paths.some((field) => here.includes(field))
  return speaks || reason === '' ? ['changes', 'reason'] : []
}

/** What the setting may name, for its page: tables, and their sensitive fields. */
export function withholdable(table: SyncTable): string[] {
  // Kept back by itself: nobody is asked about it.
  if (table === 'corrections') return []
  return Object.keys(travelOf(table).withheld ?? {}).map((field) => `${table}.${field}`)
}

/** A row as it goes, before its sealed fields are sealed: without list keys, with blanks for what stays here. */
export function toWire(table: SyncTable, row: Row, withheld: readonly string[]): Row {
  const { listKeys: _derived, ...rest } = row
  if (table === 'disputes') return disputeToWire(rest, withheld, blanksOf(rest))
  return { ...rest, ...kept(travelOf(table).withheld, withheld, rest), ...travelOf(table).own }
}

/**
 * A row that came, after its sealed fields were opened: what its sender kept back, and what is each machine's own, stays
 * as it is here.
 * @param withheld of the document.
 * @param local the row as it stands here; null where there is none.
 */
export function fromWire(table: SyncTable, row: Row, withheld: readonly string[], local: Row | null): Row {
  if (table === 'disputes') return disputeFromWire(row, withheld, local)
  const travel = travelOf(table)
  const own = local ? pick(local, Object.keys(travel.own ?? {})) : {}
  // What was erased by law stays nowhere (domain 13).
  const mayBeKept = withheld.filter((field) => Object.hasOwn(travel.withheld ?? {}, field))
  const known = local && !row['erased'] ? pick(local, mayBeKept) : {}
  return { ...row, ...kept(travel.withheld, withheld, row), ...known, ...own }
}

/** What stands on the server instead of sensitive fields of the record that a line of 待核对 is about. */
function blanksOf({ table }: Row): Row {
  return typeof table === 'string' && isSyncTable(table) ? { ...travelOf(table).withheld } : {}
}

/** The blanks of the fields that are kept back; of a row that has such a field only. */
function kept(blanks: Travel['withheld'] = {}, withheld: readonly string[], row: Row): Row {
  return Object.fromEntries(
    Object.entries(blanks).filter(([field]) => withheld.includes(field) && Object.hasOwn(row, field)),
  )
}

function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))
}
