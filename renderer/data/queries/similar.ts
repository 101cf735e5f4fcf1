import { type Matter, piecesToAsk, type Similar, similarTo } from '../../../shared/domain/complaint/similar'
import type { Complaint } from '../../../shared/domain/complaint/types'
import type { DeskDatabase } from '../core/database'
import type { SearchClient } from '../search/searchClient'
import { listRecords } from './lists'
import { getRecords } from './records'

/** Hits looked at for one piece of text: open records come first, then those that ended last. */
const HITS_A_PIECE = 100
/** Records that are read and compared at most. */
const COMPARED = 60
/** Matters of a household looked at: more than any has that are open or were closed last. */
const OF_A_HOUSEHOLD = 40

/**
 * Other complaints that may be about the same, likeliest first. Candidates come from the history of the household and
 * from the search index, by pieces of the place and the words: nothing walks the register.
 * @param exceptId the record itself, '' for an intake.
 */
export async function findSimilar(
  db: DeskDatabase,
  search: Pick<SearchClient, 'search'>,
  matter: Matter,
  now: string,
  exceptId = '',
): Promise<Similar[]> {
  const [neighbours, named] = await Promise.all([
    ofHouseholds(db, matter.unitIds),
    byWords(db, search, piecesToAsk(matter)),
  ])
  const candidates = new Map([...neighbours, ...named].map((record) => [record.id, record]))
  candidates.delete(exceptId)
  return similarTo(matter, [...candidates.values()], now)
}

async function ofHouseholds(db: DeskDatabase, unitIds: readonly string[]): Promise<Complaint[]> {
  const pages = await Promise.all(
    unitIds.map((id) =>
      listRecords(db, { table: 'complaints', facets: [`#unit:${id}`], after: null, limit: OF_A_HOUSEHOLD }),
    ),
  )
  return pages.flatMap(({ rows }) => rows)
}

/** The records that hold most of the pieces. */
async function byWords(
  db: DeskDatabase,
  search: Pick<SearchClient, 'search'>,
  pieces: readonly string[],
): Promise<Complaint[]> {
  const answers = await Promise.all(
    pieces.map((query) => search.search({ query, kinds: ['complaint'], facets: [], limit: HITS_A_PIECE })),
  )
  const votes = new Map<string, number>()
  for (const { id } of answers.flatMap(({ hits }) => hits)) votes.set(id, (votes.get(id) ?? 0) + 1)
  const most = [...votes].sort(([, a], [, b]) => b - a).slice(0, COMPARED)
  return getRecords(
    db,
    'complaints',
    most.map(([id]) => id),
  )
}

/** The unit with a door number, for one that was typed by hand; null where the register has none. */
export async function unitIdOf(db: DeskDatabase, code: string): Promise<string | null> {
  const units = await db.of('units').where('code').equals(code).toArray()
  return units.find(({ voided }) => voided === null)?.id ?? null
}
