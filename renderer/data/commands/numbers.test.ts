import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapReport } from '../../../shared/domain/numbering/gapReport'
import { intakeOf } from '../testing/complaints'
import { anotherWindow, openTestOffice } from '../testing/office'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'

const step = fc.oneof(
  fc.record({ do: fc.constant('register' as const), window: fc.nat(1) }),
  fc.record({ do: fc.constant('refused' as const), window: fc.nat(1) }),
  fc.record({ do: fc.constant('void' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('newYear' as const) }),
)

describe('numbers (domain 2): two windows, voids, year change', () => {
  it('leave no gap and no duplicate, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const office = await openTestOffice()
        const windows = [office.runner, anotherWindow(office)]
        const running: Promise<unknown>[] = []
        for (const one of steps) {
          if (one.do === 'newYear') {
            await Promise.all(running)
            const year = Number(office.clock.now.slice(0, 4)) + 1
            office.clock.now = `${year}-01-05T01:00:00.000Z`
          } else if (one.do === 'void') {
            await Promise.all(running)
            const records = await office.db.of('complaints').toArray()
            const record = records[one.which % Math.max(1, records.length)]
            if (!record) continue
            running.push(
              office.runner.run(voidComplaintCommand, { id: record.id, rev: record.rev, reason: '登记错误' }),
            )
          } else {
            const content = one.do === 'refused' ? '' : '楼道灯不亮'
            const intake = intakeOf(content, { registeredAt: office.clock.now })
            running.push(
              windows[one.window]?.run(registerComplaintCommand, { intake, receivedBy: '' }) ??
                Promise.resolve(),
            )
          }
        }
        await Promise.all(running)
        const rows = await office.db.of('complaints').toArray()
        const report = gapReport(rows)
        expect(report.series.flatMap((series) => [...series.gaps, ...series.duplicates])).toEqual([])
        for (const series of report.series) {
          const counter = await office.db.of('numbers').get(`TS|${series.year}|`)
          expect(counter?.last).toBe(series.count)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('take the year of the estate, not of the machine: 2027 begins at 16:00 UTC', async () => {
    const office = await openTestOffice()
    office.clock.now = '2026-12-31T15:59:59.000Z'
    const last = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('年末', { registeredAt: office.clock.now }),
      receivedBy: '',
    })
    office.clock.now = '2026-12-31T16:00:00.000Z'
    const first = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('年初', { registeredAt: office.clock.now }),
      receivedBy: '',
    })
    expect(last).toMatchObject({ value: { value: { number: '客服-TS-2026-0001' } } })
    expect(first).toMatchObject({ value: { value: { number: '客服-TS-2027-0001' } } })
  })

  it('does not renumber a paper written last year and registered late (back-dated)', async () => {
    const office = await openTestOffice()
    office.clock.now = '2027-01-03T01:00:00.000Z'
    const late = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('补登', { registeredAt: '2026-12-30T01:00:00.000Z' }),
      receivedBy: '',
    })
    expect(late).toMatchObject({ value: { value: { number: '客服-TS-2027-0001' } } })
  })
})
