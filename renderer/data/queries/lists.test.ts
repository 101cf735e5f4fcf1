import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { judgeCommand, registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { countSets, isListed, listRecords } from './lists'

async function fill(count: number): Promise<TestOffice> {
  const office = await openTestOffice()
  for (let i = 0; i < count; i += 1) {
    office.clock.now = new Date(Date.UTC(2026, 2, 2, 1, i)).toISOString()
    const saved = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf(`第${i}件`, { registeredAt: office.clock.now }),
      receivedBy: '',
    })
    if (!saved.ok) throw new Error(saved.refusal.key)
    const { id, rev } = saved.value.value
    if (i % 3 === 0) {
      const cause = i % 2 ? ('fees' as const) : ('facilities' as const)
      await office.runner.run(judgeCommand, { id, rev, nature: 'valid', severity: 'minor', cause })
    }
    if (i % 5 === 4) await office.runner.run(voidComplaintCommand, { id, rev, reason: '误登' })
  }
  return office
}

async function walk(office: TestOffice, facets: string[], limit: number): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listRecords<'complaints'>>> = await listRecords(office.db, {
      table: 'complaints',
      facets,
      after,
      limit,
    })
    seen.push(...page.rows.map((row) => row.number))
    after = page.next
  } while (after)
  return seen
}

describe('lists by key (quality 2)', () => {
  it('show every record of the facets once, in order, whatever the page size', async () => {
    const office = await fill(31)
    const rows = await office.db.of('complaints').toArray()
    const open = rows.filter((row) => row.state !== 'void').map((row) => row.number)
    const pages = [
      await walk(office, ['open'], 1),
      await walk(office, ['open'], 7),
      await walk(office, ['open'], 100),
    ]
    expect([...(pages[0] ?? [])].sort()).toEqual(open.sort())
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })

  it('combine facets and keep counters equal to a full count', async () => {
    const office = await fill(31)
    const rows = await office.db.of('complaints').toArray()
    const wanted = rows.filter((row) => row.state === 'judged' && row.judgement?.cause === 'fees')
    const found = await walk(office, ['state:judged', 'cause:fees', 'open'], 2)
    expect(found.sort()).toEqual(wanted.map((row) => row.number).sort())
    const sets = [[], ['open'], ['ended'], ['state:judged'], ['cause:fees'], ['open', 'cause:fees']]
    const counts = await countSets(office.db, 'complaints', sets)
    expect(Object.fromEntries(counts)).toEqual({
      '': rows.length,
      open: rows.filter((row) => row.state !== 'void').length,
      ended: rows.filter((row) => row.state === 'void').length,
      'state:judged': rows.filter((row) => row.state === 'judged').length,
      'cause:fees': rows.filter((row) => row.judgement?.cause === 'fees').length,
      'open cause:fees': rows.filter((row) => row.state !== 'void' && row.judgement?.cause === 'fees').length,
    })
  })

  it('say of one record whether it is in them, wherever it stands', async () => {
    const office = await fill(12)
    const rows = await office.db.of('complaints').toArray()
    const due = new Date(office.clock.now).toISOString()
    for (const facets of [[], ['open'], ['open', 'cause:fees'], ['ended']]) {
      for (const before of [undefined, due]) {
        const filter = { table: 'complaints' as const, facets, before }
        const page = await listRecords(office.db, { ...filter, after: null, limit: 100 })
        const listed = new Set(page.rows.map(({ id }) => id))
        for (const { id } of rows) expect(await isListed(office.db, filter, id)).toBe(listed.has(id))
      }
    }
  })
})
