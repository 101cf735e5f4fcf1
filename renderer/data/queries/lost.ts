import type { LostItem } from '../../../shared/domain/lostItem/types'
import { itemsFor, type Match, piecesOf, reportsFor } from '../../../shared/domain/lostReport/match'
import type { LostReport } from '../../../shared/domain/lostReport/types'
import type { ShelfCount } from '../../../shared/domain/shelfCount/types'
import type { Result } from '../../../shared/util/result'
import { type SavedCount, startCountCommand } from '../commands/shelfCounts'
import type { Saved } from '../core/commandRunner'
import type { DeskDatabase } from '../core/database'
import type { RecordTables } from '../core/tables'
import type { DeskData } from '../deskData'
import type { SearchClient } from '../search/searchClient'
import { listRecords, walkRecords } from './lists'
import { getRecords } from './records'

/** Candidates of the same category that are compared: those due first. */
const OF_A_CATEGORY = 300
/** Pieces of the words that are looked for, and the hits looked at for each. */
const PIECES = 8
const HITS_A_PIECE = 50
/** Proposals that are shown at most. */
const PROPOSED = 10

type Searching = Pick<SearchClient, 'search'>

/** Found items that may be what was reported, likeliest first; without walking the register (domain 6). */
export async function findItemsFor(
  db: DeskDatabase,
  search: Searching,
  report: Pick<LostReport, 'intake'>,
): Promise<(Match & { record: LostItem })[]> {
  const { category, item, features, places } = report.intake
  const text = `${item} ${features} ${places}`
  const candidates = await candidatesOf(db, search, { table: 'lostItems', kept: 'kept', category, text })
  return itemsFor(report, candidates).slice(0, PROPOSED)
}

/** Lost reports that may be of this found item, likeliest first. */
export async function findReportsFor(
  db: DeskDatabase,
  search: Searching,
  item: Pick<LostItem, 'intake'>,
): Promise<(Match & { record: LostReport })[]> {
  const { category, name, features, foundPlace } = item.intake
  const text = `${name} ${features} ${foundPlace}`
  const candidates = await candidatesOf(db, search, { table: 'lostReports', kept: 'open', category, text })
  return reportsFor(item, candidates).slice(0, PROPOSED)
}

interface Wanted<K extends 'lostItems' | 'lostReports'> {
  table: K
  /** The facet of those that still wait. */
  kept: string
  category: string
  text: string
}

const KINDS = { lostItems: 'lostItem', lostReports: 'lostReport' } as const

/** Of the same category, and whatever holds the words: each once. */
async function candidatesOf<K extends 'lostItems' | 'lostReports'>(
  db: DeskDatabase,
  search: Searching,
  { table, kept, category, text }: Wanted<K>,
): Promise<RecordTables[K][]> {
  const facets = [kept, `category:${category}`]
  const pieces = [...piecesOf(text)].slice(0, PIECES)
  const [alike, ...answers] = await Promise.all([
    listRecords(db, { table, facets, after: null, limit: OF_A_CATEGORY }),
    ...pieces.map((query) =>
      search.search({ query, kinds: [KINDS[table]], facets: [kept], limit: HITS_A_PIECE }),
    ),
  ])
  const known = new Set(alike.rows.map(({ id }) => id))
  const named = new Set(
    answers.flatMap(({ hits }) => hits.map(({ id }) => id)).filter((id) => !known.has(id)),
  )
  return [...alike.rows, ...(await getRecords(db, table, [...named]))]
}

/** The newest shelf counts, newest first. */
export function listShelfCounts(db: DeskDatabase, limit: number): Promise<ShelfCount[]> {
  return db.of('shelfCounts').orderBy('startedAt').reverse().limit(limit).toArray()
}

/** 开始盘点: of everything that should be in the house now. Refusals: those of `startCount`. */
export async function startShelfCount(
  data: Pick<DeskData, 'db' | 'run'>,
): Promise<Result<Saved<SavedCount>>> {
  const itemIds: string[] = []
  for await (const items of walkRecords(data.db, { table: 'lostItems', facets: ['kept'] })) {
    itemIds.push(...items.map(({ id }) => id))
  }
  return data.run(startCountCommand, { itemIds })
}
