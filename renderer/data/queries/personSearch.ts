import {
  partsOf,
  type PersonPart,
  standingIn,
  subjectOf,
  type WhoAsks,
} from '../../../shared/domain/privacy/person'
import { isErasable } from '../../../shared/domain/privacy/registers'
import {
  isRetained,
  namedAs,
  objectionToErasing,
  type RetainedRows,
} from '../../../shared/domain/privacy/retention'
import { placeId } from '../../../shared/domain/privacy/types'
import type { Instant } from '../../../shared/util/instant'
import type { Refusal } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { asRead, readerMay } from './reading'
import type { RecordTable } from '../core/tables'

/** Where people stand, in the order in which it is shown. */
export const PEOPLE_TABLES = [
  'persons',
  'vehicles',
  'careFlags',
  'instructions',
  'blacklist',
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
  'returnRounds',
  'corrections',
  'personRequests',
] as const satisfies RecordTable[]
export type PeopleTable = (typeof PEOPLE_TABLES)[number]

/** A record that says something of the person. */
export interface PersonHit {
  table: PeopleTable
  id: string
  /** Number, or '' for what has none. */
  number: string
  state: string
  parts: PersonPart[]
  erased: boolean
  /** Why it cannot be erased at the person's request; null where it can. */
  bar: Refusal | null
  attachments: number
  /** 私密记录 of a visit: that there are some, for whoever may read them. */
  privateNotes: boolean
}

const PORTION = 500

/**
 * Everything that the office holds about a person (个人信息保护法 45): every row of every table with people is read, for no
 * index names them all. Portions, so that the screen lives; `onProgress` counts tables. For who answers requests
 * (`privacy.answer`), nothing for others; withheld rows are left out for whoever may not read them.
 */
export async function findPerson(
  db: DeskDatabase,
  who: WhoAsks,
  onProgress: (done: number, total: number) => void,
  now: Instant,
): Promise<PersonHit[]> {
  if (!readerMay(db, 'privacy.answer')) return []
  const hits: PersonHit[] = []
  for (const [done, table] of PEOPLE_TABLES.entries()) {
    onProgress(done, PEOPLE_TABLES.length)
    let after = ''
    for (;;) {
      const rows: { id: string }[] = await db.table(table).where('id').above(after).limit(PORTION).toArray()
      for (const row of rows) {
        const seen = asRead(db, table, row as never) as object
        const parts = partsOf(table, seen, who)
        if (parts.length > 0) hits.push(await hitOf(db, table, seen, parts, now))
      }
      const last = rows.at(-1)
      if (!last || rows.length < PORTION) break
      after = last.id
    }
  }
  return hits
}

async function hitOf(
  db: DeskDatabase,
  table: PeopleTable,
  row: object,
  parts: PersonPart[],
  now: Instant,
): Promise<PersonHit> {
  const {
    id,
    number = '',
    state = '',
    erased,
  } = row as {
    id: string
    number?: string
    state?: string
    erased?: object
  }
  const notes = table === 'visits' ? await db.of('visitNotes').get(id) : undefined
  return {
    table,
    id,
    number,
    state,
    parts,
    erased: erased !== undefined,
    bar: await barOf(db, table, row, parts, now),
    attachments: await db.of('attachments').where('recordId').equals(id).count(),
    privateNotes: notes !== undefined && asRead(db, 'visitNotes', notes).text !== '',
  }
}

/** What stands in the way of erasing a record because its person asks for it, and of which record (domain 13). */
async function barOf(
  db: DeskDatabase,
  table: PeopleTable,
  row: object,
  parts: PersonPart[],
  now: Instant,
): Promise<Refusal | null> {
  if (!isErasable(table)) return { key: 'privacy.notErasable' }
  const standing = standingIn(table, row, parts)
  if (standing !== 'own') {
    const owner = subjectOf(table, row)
    return owner === '' ? { key: `privacy.${standing}` } : { key: `privacy.${standing}Of`, params: { owner } }
  }
  if (!isRetained(table)) return null
  const { id } = row as { id: string }
  const hold = (await db.of('retentionHolds').get(placeId(table, id))) ?? null
  const given = { basis: 'consentWithdrawn', hold, years: 0, now } as const
  const retained = row as RetainedRows[typeof table]
  const objection = objectionToErasing(table, retained, given)
  return objection && namedAs(table, retained, objection.refusal)
}
