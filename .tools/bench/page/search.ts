import type { Complaint } from '../../../shared/domain/complaint/types'
import { loadPinyin, namePinyin } from '../../../shared/util/pinyin'
import { data } from './office'
import { timed } from './timing'

const LIMIT = 50

/** A query of each kind that clerks type, taken from a complaint in the middle of the books. */
export interface Queries {
  name: string
  initials: string
  phone: string
  door: string
  number: string
  words: string
  /** Stands in a large part of all complaints. */
  common: string
}

/** Starts the search worker anew, as a start does; answers ms until it answers its first question, and queries to ask. */
export async function searchReady(): Promise<{ ms: number; queries: Queries }> {
  await loadPinyin()
  await data.search.stored()
  data.search.restart()
  const { ms } = await timed(() => ask('准备好了吗'))
  const count = (await data.db.of('counters').get('complaints|rows'))?.count ?? 0
  const middle = await data.db
    .of('complaints')
    .offset(Math.floor(count / 2))
    .first()
  if (!middle) throw new Error('there are no complaints to search')
  return { ms, queries: queriesOf(middle) }
}

function queriesOf({ number, intake }: Complaint): Queries {
  const { name, phone, unitCode } = intake.complainant
  return {
    name,
    initials: namePinyin(name).initials,
    phone: phone.slice(-6),
    door: unitCode,
    number: number.slice(-6),
    words: intake.content.slice(0, 12),
    common: '漏水',
  }
}

function ask(query: string) {
  return data.search.search({ query, kinds: ['complaint'], facets: [], limit: LIMIT })
}

/** One search by the index. */
export async function searchOnce(query: string): Promise<{ ms: number; total: number }> {
  const { ms, value } = await timed(() => ask(query))
  return { ms, total: value.total }
}

/** The same by looking through all records, without pinyin and folding: the least that a scan has to do. */
export async function searchScan(query: string): Promise<{ ms: number; total: number }> {
  const holds = ({ number, intake }: Complaint) => {
    const { name, phone, unitCode } = intake.complainant
    return [number, name, phone, unitCode, intake.place, intake.content].some((text) => text.includes(query))
  }
  const { ms, value } = await timed(() => data.db.of('complaints').filter(holds).toArray())
  return { ms, total: value.length }
}
