import { partsOf, type PersonPart, type WhoAsks } from '../../../shared/domain/privacy/person'
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
        if (parts.length > 0) hits.push(await hitOf(db, table, seen, parts))
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
    attachments: await db.of('attachments').where('recordId').equals(id).count(),
    privateNotes: notes !== undefined && asRead(db, 'visitNotes', notes).text !== '',
  }
}
