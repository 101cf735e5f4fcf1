import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { reserveReturnVisitsCommand, returnVisitPaper } from '../../../data/commands/returnVisits'
import { openTestOffice } from '../../../data/testing/office'
import { drawList } from '../../../register/print/listSheet'
import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import { RETURN_VISIT_PRINTING } from './printing'

const facts = {
  head: {
    office: { estateName: '翠湖花园', officeName: '翠湖管理处', demo: false },
    printedAt: '2026-03-02T01:00:00.000Z',
    printedBy: '主任甲',
    coverage: () => 'NotoSansSC',
  },
  rules: DEFAULT_SETTINGS,
}

describe('《回访工作记录表》 of many records', () => {
  it('is a print of each of them, in a version of its own (domain 10)', async () => {
    const office = await openTestOffice()
    await office.runner.run(reserveReturnVisitsCommand, { count: 2 })
    const [list] = RETURN_VISIT_PRINTING.lists
    if (!list) throw new Error('it prints a list')
    const rows = () => office.db.of('returnVisits').toArray()
    const { noted } = await drawList(list, await rows(), '', facts, office.db)
    expect(noted?.map(({ version }) => version)).toEqual([1, 1])
    const form = { form: list.form, way: 'batch' as const, copies: 1 }
    const marked = await office.runner.run(returnVisitPaper.markPrintedMany, { ...form, sheets: noted ?? [] })
    expect(marked.ok).toBe(true)
    const again = await drawList(list, await rows(), '', facts, office.db)
    expect(again.noted?.map(({ version }) => version)).toEqual([2, 2])
  })

  it('shows what is void, which is no print of it', async () => {
    const office = await openTestOffice()
    await office.runner.run(reserveReturnVisitsCommand, { count: 1 })
    const [list] = RETURN_VISIT_PRINTING.lists
    if (!list) throw new Error('it prints a list')
    const rows = (await office.db.of('returnVisits').toArray()).map((record) => {
      const gone = { reason: '重复登记', at: '2026-03-02T01:00:00.000Z', by: '主任甲' }
      return { ...record, state: 'void' as const, void: gone }
    })
    const { definition, noted } = await drawList(list, rows, '', facts, office.db)
    expect(JSON.stringify(definition)).toContain('重复登记')
    expect(noted).toEqual([])
  })
})
