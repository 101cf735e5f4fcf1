import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { monthlyReportForm } from '../../../../shared/documents/monthlyReport/form'
import { intakeOf } from '../../../data/testing/complaints'
import { kept, reviewOf, signMonth } from '../../../data/testing/months'
import { openTestOffice, type TestOffice } from '../../../data/testing/office'
import { registerComplaintCommand } from '../../../data/commands/complaints'
import { monthReviewPaper } from '../../../data/commands/monthReviews'
import { i18n } from '../../../ui/i18n/instance'
import * as zhCN from '../../../ui/i18n/namespaces'
import { chineseKey } from '../../../ui/i18n/translateKey'
import { reportInput } from './reportInput'

const MONTH = '2026-03'
const at = (day: string) => new Date(`${day}T09:00:00+08:00`).toISOString()

let office: TestOffice
beforeAll(async () => {
  // Without the screen that the start of the translations tells of them.
  await i18n.init({ resources: { 'zh-CN': { ...zhCN } }, lng: 'zh-CN', ns: Object.keys(zhCN) })
})
beforeEach(async () => {
  office = await openTestOffice()
})

async function complain(content: string, day: string): Promise<void> {
  office.clock.now = at(day)
  const intake = intakeOf(content, { registeredAt: at(day) })
  kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
}

/** The report as somebody prints it on a day. */
async function drawn(day: string, printedBy: string): Promise<string> {
  office.clock.now = at(day)
  const estate = { estateName: '翠湖花园', officeName: '翠湖花园管理处', demo: false }
  const head = { office: estate, printedAt: at(day), printedBy, coverage: () => '' }
  const record = await reviewOf(office, MONTH)
  return JSON.stringify(monthlyReportForm(await reportInput(office.db, record, head, chineseKey)))
}

it('is a draft of what the records say now, until it is signed', async () => {
  await complain('电梯停运', '2026-03-02')
  const before = await drawn('2026-03-03', '李晓梅')
  expect(before).toContain('草稿')
  await complain('地下车库漏水', '2026-03-04')
  expect(await drawn('2026-03-03', '李晓梅')).not.toBe(before)
  office.clock.now = at('2026-04-02')
  await signMonth(office, MONTH)
  expect(await drawn('2026-04-03', '李晓梅')).not.toContain('草稿')
})

it('prints a signed month the same, whoever prints it when, whatever was registered since (domain 12)', async () => {
  await complain('电梯停运', '2026-03-02')
  office.clock.now = at('2026-04-02')
  await signMonth(office, MONTH)
  const first = await drawn('2026-04-03', '李晓梅')
  await complain('地下车库漏水', '2026-04-05')
  const { id, rev, digest } = await reviewOf(office, MONTH)
  const print = { form: 'monthlyReport', digest, version: 1, way: 'printer' as const, copies: 1 }
  kept(await office.runner.run(monthReviewPaper.markPrinted, { id, rev, ...print }))
  const again = await drawn('2027-01-09', '赵立新')
  expect(again === first).toBe(true)
  const { prints } = await reviewOf(office, MONTH)
  expect(prints['monthlyReport']?.version).toBe(1)
})
