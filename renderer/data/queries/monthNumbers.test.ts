import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { gapReport } from '../../../shared/domain/numbering/gapReport'
import { changeOfficeCommand } from '../commands/office'
import { registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { kept } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { numbersOf } from './monthNumbers'

async function complain({ runner, clock }: TestOffice): Promise<string> {
  const intake = intakeOf('楼道灯不亮', { registeredAt: clock.now })
  return kept(await runner.run(registerComplaintCommand, { intake, receivedBy: '' })).number
}

async function gapsOf({ db }: TestOffice) {
  const { rows, counters } = await numbersOf(db, 2026)
  return gapReport(rows, counters).series.flatMap(({ register, gaps }) =>
    gaps.length ? { register, gaps } : [],
  )
}

it('shows no gap where the prefix changed within the year, and the one that there is (domain 2)', async () => {
  const office = await openTestOffice()
  const old = [await complain(office), await complain(office)]
  const details = { estateName: '翠湖花园', officeName: '翠湖管理处', deviceLetter: '' }
  kept(await office.runner.run(changeOfficeCommand, { ...details, numberPrefix: '翠湖' }))
  expect(await complain(office)).toBe('翠湖-TS-2026-0003')
  expect(await gapsOf(office)).toEqual([])

  await office.db
    .of('complaints')
    .where('number')
    .equals(old[1] ?? '')
    .delete()
  expect(await gapsOf(office)).toEqual([{ register: 'TS', gaps: [{ from: 2, to: 2 }] }])
})
