import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { reserveNumbersCommand } from '../../../data/commands/complaintPaper'
import { registerComplaintCommand } from '../../../data/commands/complaints'
import { intakeOf } from '../../../data/testing/complaints'
import { openTestOffice, type TestOffice } from '../../../data/testing/office'
import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import { batchSheets, printableOf } from '../../../register/print/batchSheets'
import { COMPLAINT_PRINTING as printing } from './printing'

const RARE = '囧'.codePointAt(0)
const facts = {
  head: {
    office: { estateName: '翠湖花园', officeName: '翠湖管理处', demo: false },
    printedAt: '2026-03-02T01:00:00.000Z',
    printedBy: '主任甲',
    // No font has 囧 here.
    coverage: (codePoint: number) => (codePoint === RARE ? null : 'NotoSansSC'),
  },
  rules: DEFAULT_SETTINGS,
}

async function officeWith(...contents: string[]): Promise<TestOffice> {
  const office = await openTestOffice()
  for (const content of contents) {
    await office.runner.run(registerComplaintCommand, { intake: intakeOf(content), receivedBy: '' })
  }
  return office
}

describe('a batch of sheets', () => {
  it('draws each when its turn comes, and notes its version and what it shows', async () => {
    const office = await officeWith('漏水', '门禁坏了囧')
    const records = await office.db.of('complaints').toArray()
    const ids = records.map(({ id }) => id)
    const said: unknown[] = []
    const batch = batchSheets(office.db, { printing, form: 'complaintVisit', ids }, facts, (missing) =>
      said.push(missing),
    )
    expect(batch.noted()).toEqual([])
    for (const sheet of batch.sheets) expect((await sheet()).title).toContain('客服-TS-2026-')
    expect(batch.noted().map(({ id, version }) => [id, version])).toEqual(ids.map((id) => [id, 1]))
    expect(new Set(batch.noted().map(({ digest }) => digest)).size).toBe(2)
    expect(said).toEqual([[{ field: '投诉内容', characters: ['囧'] }]])
  })

  it('leaves blank sheets to their own records, and stops when it is given up', async () => {
    const office = await officeWith('漏水')
    await office.runner.run(reserveNumbersCommand, { count: 3 })
    const rows = await office.db.of('complaints').toArray()
    async function* portions() {
      yield rows.slice(0, 2)
      yield rows.slice(2)
    }
    const stop = new AbortController()
    const filled = rows.filter(({ state }) => state !== 'reserved').map(({ id }) => id)
    const found = await printableOf(printing, 'complaintVisit', portions(), stop.signal)
    expect(found).toEqual({ ids: filled, blank: 3, without: 0 })
    // A record without this form is not printed with the others.
    const never = { ...printing, forms: printing.forms.map((form) => ({ ...form, applies: () => false })) }
    const none = await printableOf(never, 'complaintVisit', portions(), stop.signal)
    expect(none).toEqual({ ids: [], blank: 3, without: filled.length })
    stop.abort()
    await expect(printableOf(printing, 'complaintVisit', portions(), stop.signal)).rejects.toThrow()
  })
})
