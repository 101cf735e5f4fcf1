import { KEY_SEPARATOR } from '../../../renderer/data/core/rowTraits'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { data } from './office'
import { PAGE, pageOf } from './pages'
import { timed } from './timing'

/** Which list: how far into it (0 … 1), and which facets must hold. */
export interface ListOrder {
  depth: number
  facets: string[]
  rounds: number
  /** How often the app's way is asked each time the slow usual way is asked once. */
  often: number
}

/** ms of each page, the app's way and the usual way, in turns. */
export interface ListTimes {
  app: number[]
  rival: number[]
  /** The page must be the same, or the comparison means nothing. */
  same: boolean
  rows: number
}

const END = '\uffff'
const PREFIX = `all${KEY_SEPARATOR}`

type Stored = Complaint & { listKeys: string[] }

/** A page by key against a page by `offset` of the same index, or, with facets, against a filter over the list. */
export async function compareLists({ depth, facets, rounds, often }: ListOrder): Promise<ListTimes> {
  const total = await data.db.of('counters').get('complaints|all')
  const offset = Math.floor((total?.count ?? 0) * depth)
  const after = offset === 0 ? null : await keyBefore(offset)
  const app = () => pageOf(facets, after)
  // A list asks the search only once it is loaded; it is prepared at a start already.
  if (facets.length > 1) await data.search.stored()
  const rival = () => (facets.length > 0 ? filtered(facets) : byOffset(offset))
  const times: ListTimes = { app: [], rival: [], same: true, rows: 0 }
  // The first round warms both up.
  for (let round = -1; round < rounds; round += 1) {
    const theirs = await timed(rival)
    if (round >= 0) times.rival.push(theirs.ms)
    for (let turn = 0; turn < often; turn += 1) {
      const ours = await timed(app)
      times.rows = ours.value.rows.length
      times.same &&= idsOf(ours.value.rows) === idsOf(theirs.value)
      if (round >= 0) times.app.push(ours.ms)
    }
  }
  return times
}

function idsOf(rows: Complaint[]): string {
  return rows.map(({ id }) => id).join()
}

function byOffset(offset: number): PromiseLike<Complaint[]> {
  return wholeList().offset(offset).limit(PAGE).toArray()
}

function filtered(facets: string[]): PromiseLike<Complaint[]> {
  const holds = (row: Complaint) =>
    facets.every((facet) => (row as Stored).listKeys.some((key) => key.startsWith(facet + KEY_SEPARATOR)))
  return wholeList().filter(holds).limit(PAGE).toArray()
}

function wholeList() {
  return data.db
    .of('complaints')
    .where('listKeys')
    .between(PREFIX, PREFIX + END, false, false)
}

/** Key of the row before `offset`, as the list remembers it while somebody scrolls. */
async function keyBefore(offset: number): Promise<string> {
  const [key] = await wholeList()
    .offset(offset - 1)
    .limit(1)
    .keys()
  return String(key).slice(PREFIX.length)
}
