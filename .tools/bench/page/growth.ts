import { attachmentsOf } from '../../../renderer/data/queries/attachments'
import { countListed } from '../../../renderer/data/queries/lists'
import { checkMonthNow } from '../../../renderer/data/queries/monthChecks'
import { monthViewOf } from '../../../renderer/data/queries/monthReviews'
import { monthStatistics } from '../../../renderer/data/queries/monthStatistics'
import { countRange, facetRange, readRange } from '../../../renderer/data/queries/ranges'
import { planBooks, planDeeds, yearTo } from '../../../renderer/data/queries/servicePlan'
import { KEY_SEPARATOR } from '../../../renderer/data/core/rowTraits'
import { desk } from '../../../renderer/platform/desk'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { addHours } from '../../../shared/util/civilTime'
import { type MonthId, monthOf, previousMonth } from '../../../shared/util/months'
import { loadPinyin, namePinyin } from '../../../shared/util/pinyin'
import { data } from './office'
import { pageOf } from './pages'
import { timed } from './timing'

const NARROW = ['state:closed', 'severity:major', 'cause:emergency']
const ALL = `all${KEY_SEPARATOR}`

type Work = () => Promise<unknown>

/** What was measured last, by its name. */
let measured = new Map<string, Work>()

/** What a clerk does with the books, each by itself; `rounds` times, after once to warm up. Answers ms by its name. */
export async function growthTimes({ rounds }: { rounds: number }): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {}
  measured = new Map(await operations())
  for (const [name, work] of measured) {
    const taken: number[] = []
    for (let round = -1; round < rounds; round += 1) {
      const { ms } = await timed(work)
      if (round >= 0) taken.push(ms)
    }
    times[name] = taken
  }
  return times
}

/** One operation of the last `growthTimes` once more, and nothing else: for a profile. */
export async function growthAgain({ name, rounds }: { name: string; rounds: number }): Promise<void> {
  const work = measured.get(name)
  if (!work) throw new Error(`${name} was not measured`)
  for (let round = 0; round < rounds; round += 1) await work()
}

async function operations(): Promise<[string, Work][]> {
  await loadPinyin()
  const now = data.ports.now()
  const month = previousMonth(monthOf(now))
  const middle = await middleOne()
  const { name, phone, unitCode } = middle.intake.complainant
  return [
    ['list, first page', () => pageOf([], null)],
    ['list, page at 90 %', await deepPage()],
    ['list, three filters', () => pageOf(NARROW, null)],
    ['list, three filters, page at 90 %', await deepOfSets(NARROW)],
    ['list, count of three filters', () => narrowCount()],
    [
      'list, count of 超期',
      () => countListed(data.db, { table: 'complaints', facets: ['open'], before: now }),
    ],
    ['今日', () => today(now)],
    ['search: name', ask(name)],
    ['search: initials', ask(namePinyin(name).initials)],
    ['search: part of a phone', ask(phone.slice(-6))],
    ['search: door', ask(unitCode)],
    ['search: number', ask(middle.number.slice(-6))],
    ['search: words', ask(`${middle.intake.place.slice(0, 4)} ${middle.intake.content.slice(0, 6)}`)],
    ['search: a word in a third of them', ask('漏水')],
    ['month review, last month', () => review(month, now)],
    ['month review, oldest month', await oldest(now)],
    ['statistics, month and line of the year', async () => statistics(month, now)],
    ['service plan of the year', () => planBooks(data.db, month)],
    ['service plan: chain of the year, beside it', () => planDeeds(data.db, yearTo(month))],
    ['attachments of a record', await attachments()],
  ]
}

async function deepOfSets(facets: string[]): Promise<Work> {
  const whole = await data.search.search({
    query: '',
    kinds: ['complaint'],
    facets,
    limit: Number.MAX_SAFE_INTEGER,
  })
  const [before] = whole.hits.slice(Math.floor(whole.total * 0.9)).map(({ id }) => id)
  const row = await data.db.of('complaints').get(before ?? '')
  const key = (row as { listKeys?: string[] } | undefined)?.listKeys?.find((one) => one.startsWith(ALL))
  return () => pageOf(facets, key?.slice(ALL.length) ?? null)
}

async function deepPage(): Promise<Work> {
  const count = await rowCount()
  const [key] = await data.db
    .of('complaints')
    .where('listKeys')
    .between(ALL, `${ALL}\uffff`)
    .offset(Math.floor(count * 0.9))
    .limit(1)
    .keys()
  return () => pageOf([], String(key).slice(ALL.length))
}

/** As the line below a list says it: see `useListCount`. */
function narrowCount(): Promise<unknown> {
  return data.search.search({ query: '', kinds: ['complaint'], facets: NARROW, limit: 0 })
}

/** What 今日 asks of one register: how many each section holds, and the most urgent. */
async function today(now: string): Promise<unknown> {
  const bands = [
    facetRange('open', '', now),
    facetRange('open', now, addHours(now, 24)),
    facetRange('open', addHours(now, 24), addHours(now, 96)),
    facetRange('open', addHours(now, 96)),
  ]
  return Promise.all([
    ...bands.map((band) => countRange(data.db, 'complaints', band)),
    countListed(data.db, { table: 'complaints', facets: ['awaiting'] }),
    readRange(data.db, 'complaints', facetRange('open'), 100, ({ number, duty }) => ({ number, duty })),
  ])
}

/** One question of Ctrl+K. */
function ask(query: string): Work {
  return () => data.search.search({ query, kinds: [], facets: [], ranked: true, limit: 5 })
}

async function review(month: MonthId, now: string): Promise<unknown> {
  return checkMonthNow(await monthViewOf(data.db, month, now))
}

async function statistics(month: MonthId, now: string): Promise<unknown> {
  return monthStatistics(data.db, await monthViewOf(data.db, month, now), month)
}

async function oldest(now: string): Promise<Work> {
  const first = await data.db.of('complaints').orderBy('number').first()
  const month = monthOf(first?.intake.registeredAt ?? now)
  return () => review(month, now)
}

/** The list of a record's files, and whether they lie where they should, as it is shown. */
async function attachments(): Promise<Work> {
  const one = await data.db.of('attachments').limit(1).first()
  return async () => {
    const files = await attachmentsOf(data.db, one?.recordId ?? '')
    return desk.invoke('attachments.check', { sha256: files.map(({ sha256 }) => sha256) })
  }
}

async function middleOne(): Promise<Complaint> {
  const offset = Math.floor((await rowCount()) / 2)
  const one = await data.db.of('complaints').offset(offset).first()
  if (!one) throw new Error('there are no complaints')
  return one
}

async function rowCount(): Promise<number> {
  return (await data.db.of('counters').get('complaints|rows'))?.count ?? 0
}

/**
 * ms from starting the search's worker to its first answer; the worker is the page's own, as in the app. `anew`: with
 * nothing stored of the index, as after an upgrade or a recovery; else as at any other start.
 */
export async function growthSearchReady({ anew }: { anew: boolean }): Promise<number> {
  if (anew) await data.search.forget()
  else await data.search.stored()
  data.search.restart()
  const { ms } = await timed(() =>
    data.search.search({ query: '准备好了吗', kinds: [], facets: [], limit: 1 }),
  )
  return ms
}
