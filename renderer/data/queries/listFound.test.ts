import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeCommand, registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { SearchIndex } from '../search/searchIndex'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { isOfSets, type ListSearch, pageIds, readPage } from './listFound'
import { commandsSoFar, type ListFilter, type ListRequest, listRecords } from './lists'

type Request = ListRequest<'complaints'>

const CAUSES = ['fees', 'facilities'] as const

async function fill(count: number): Promise<TestOffice> {
  const office = await openTestOffice()
  for (let i = 0; i < count; i += 1) {
    office.clock.now = new Date(Date.UTC(2026, 2, 2 + i, 1)).toISOString()
    const intake = intakeOf(`第${i}件`, { registeredAt: office.clock.now })
    const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
    if (!saved.ok) throw new Error(saved.refusal.key)
    const { id, rev } = saved.value.value
    if (i % 3 !== 1) {
      const cause = CAUSES[i % 2] ?? 'fees'
      const severity = i % 4 ? ('minor' as const) : ('important' as const)
      await office.runner.run(judgeCommand, { id, rev, nature: 'valid', severity, cause })
    } else await office.runner.run(voidComplaintCommand, { id, rev, reason: '误登' })
  }
  return office
}

/** A search that knows everything up to now, as the worker does. */
async function searchOf(office: TestOffice): Promise<ListSearch & { knows: number }> {
  const index = new SearchIndex()
  index.load(await office.db.of('searchDocs').toArray())
  const found = { knows: await commandsSoFar(office.db) }
  const search: ListSearch['search'] = {
    isReady: () => true,
    search: async (request) =>
      (request.atLeast ?? 0) > found.knows ? { hits: [], total: 0, behind: true } : index.search(request),
  }
  return Object.assign(found, { search, kind: 'complaint' })
}

const day = fc.nat(40).map((n) => new Date(Date.UTC(2026, 2, n + 1, 8)).toISOString())
const filters: fc.Arbitrary<ListFilter & { table: 'complaints' }> = fc.record({
  table: fc.constant('complaints' as const),
  facets: fc.subarray(['open', 'ended', 'state:judged', 'cause:fees', 'cause:facilities', 'severity:minor']),
  before: fc.option(day, { nil: undefined }),
  range: fc.option(fc.record({ order: fc.constant('registered'), from: day, to: day }), { nil: undefined }),
})

describe('pages of a list of several sets (decision 42)', () => {
  it('are the pages that the index gives, whatever is filtered and wherever they end', async () => {
    const office = await fill(24)
    const sets = await searchOf(office)
    await fc.assert(
      fc.asyncProperty(filters.filter(isOfSets), fc.integer({ min: 1, max: 9 }), async (filter, limit) => {
        const rows: string[] = []
        let after: string | null = null
        do {
          const request: Request = { ...filter, after, limit }
          const ids = await pageIds(office.db, sets, request)
          if (!ids) throw new Error('the search was not asked')
          const page: Awaited<ReturnType<typeof listRecords<'complaints'>>> = await readPage(
            office.db,
            request,
            ids,
          )
          expect(page).toEqual(await listRecords(office.db, request))
          rows.push(...page.rows.map(({ id }) => id))
          after = page.next
        } while (after !== null)
        const whole = await listRecords(office.db, { ...filter, after: null, limit: 1000 })
        expect(rows).toEqual(whole.rows.map(({ id }) => id))
        const until = {
          ...filter,
          after: null,
          until: new Date(Date.UTC(2026, 2, 20)).toISOString(),
          limit: 1000,
        }
        const part = await readPage(office.db, until, (await pageIds(office.db, sets, until)) ?? [])
        expect(part).toEqual(await listRecords(office.db, until))
      }),
      { numRuns: 25 },
    )
  })

  it('come from the index where the search does not know everything yet, or has no such set', async () => {
    const office = await fill(3)
    const sets = await searchOf(office)
    const request = { table: 'complaints' as const, facets: ['open', 'cause:fees'], after: null, limit: 9 }
    expect(await pageIds(office.db, sets, request)).not.toBeNull()
    expect(await pageIds(office.db, sets, { ...request, facets: ['open'] })).toBeNull()
    expect(await pageIds(office.db, sets, { ...request, facets: ['open', '#unit:1'] })).toBeNull()
    const waiting = { ...sets, search: { ...sets.search, isReady: () => false } }
    expect(await pageIds(office.db, waiting, request)).toBeNull()
    sets.knows -= 1
    expect(await pageIds(office.db, sets, request)).toBeNull()
  })

  it('leave out what was changed after they were asked for', async () => {
    const office = await fill(5)
    const sets = await searchOf(office)
    const request = { table: 'complaints' as const, facets: ['open', 'state:judged'], after: null, limit: 9 }
    const ids = (await pageIds(office.db, sets, request)) ?? []
    const [first] = (await readPage(office.db, request, ids)).rows
    await office.runner.run(voidComplaintCommand, {
      id: first?.id ?? '',
      rev: first?.rev ?? 0,
      reason: '误登',
    })
    const { rows } = await readPage(office.db, request, ids)
    expect(rows.map(({ id }) => id)).toEqual(ids.filter((id) => id !== first?.id))
  })
})
