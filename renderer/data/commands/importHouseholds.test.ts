import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ImportedUnit } from '../../../shared/domain/household/import'
import { timelineOf } from '../queries/records'
import { openTestOffice } from '../testing/office'
import { importHouseholdsCommand } from './importHouseholds'

function unit(room: string, name: string, phone = '13800001234'): ImportedUnit {
  return {
    row: 2,
    code: `5-2-${room}`,
    building: '5',
    section: '2',
    room,
    use: 'residence',
    area: 90,
    status: 'ownerOccupied',
    moveInDate: null,
    stays: [{ row: 2, name, phones: [phone], idLastFour: '', role: 'owner', from: null, until: null }],
    vehicles: [],
  }
}

describe('import of households (domain 4): all or nothing', () => {
  it('writes everything in one command and says what it did', async () => {
    const office = await openTestOffice()
    const units = [unit('301', '张三'), unit('302', '李四')]
    const done = await office.runner.run(importHouseholdsCommand, { units, fileName: '住户.xlsx' })
    expect(done).toMatchObject({ ok: true, value: { value: { created: 2, updated: 0, unchanged: 0 } } })
    expect(await office.db.of('persons').count()).toBe(2)
    expect((await office.db.of('counters').get('units|rows'))?.count).toBe(2)
    const again = await office.runner.run(importHouseholdsCommand, { units, fileName: '住户.xlsx' })
    expect(again).toMatchObject({ ok: true, value: { value: { created: 0, updated: 0, unchanged: 2 } } })
  })

  it('shows in the timeline of every record it wrote, with old and new values (domain 10)', async () => {
    const office = await openTestOffice()
    await office.runner.run(importHouseholdsCommand, { units: [unit('301', '张三')], fileName: '一月.xlsx' })
    const changed = [{ ...unit('301', '张三'), area: 120 }, unit('302', '李四')]
    await office.runner.run(importHouseholdsCommand, { units: changed, fileName: '二月.xlsx' })
    const [first, second] = await office.db.of('units').orderBy('code').toArray()
    const timeline = await timelineOf(office.db, first?.id ?? '')
    expect(timeline.map(({ detail }) => detail?.reason)).toEqual(['二月.xlsx', '一月.xlsx'])
    const change = timeline[0]?.detail?.changes.find(({ id }) => id === first?.id)
    expect(change?.fields).toContainEqual({ path: 'area', before: 90, after: 120 })
    expect(await timelineOf(office.db, second?.id ?? '')).toHaveLength(1)
    expect(await office.db.of('outbox').get(`units|${second?.id}`)).toBeDefined()
  })

  it('writes nothing when one row is wrong', async () => {
    const office = await openTestOffice()
    const units = [unit('301', '张三'), unit('302', '李四', '12')]
    const done = await office.runner.run(importHouseholdsCommand, { units, fileName: '住户.xlsx' })
    expect(done).toMatchObject({
      ok: false,
      refusal: { key: 'household.importErrors', params: { count: 1 } },
    })
    expect(await office.db.of('units').count()).toBe(0)
  })

  it('undoes everything when it is cancelled while writing', async () => {
    const office = await openTestOffice()
    const units = Array.from({ length: 1200 }, (_, i) => unit(String(1000 + i), `住户${i}`))
    const abort = new AbortController()
    const progress: number[] = []
    const done = await office.runner.run(
      importHouseholdsCommand,
      { units, fileName: '住户.xlsx' },
      {
        signal: abort.signal,
        onProgress: (count) => {
          progress.push(count)
          if (count >= 1000) abort.abort()
        },
      },
    )
    expect(done).toMatchObject({ ok: false, refusal: { key: 'command.cancelled' } })
    expect(progress[0]).toBe(500)
    expect(await office.db.of('units').count()).toBe(0)
    expect(await office.db.of('counters').get('units|rows')).toBeUndefined()
  })
})
