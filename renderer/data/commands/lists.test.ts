import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { savedFiltersOf } from '../queries/savedFilters'
import { openTestOffice } from '../testing/office'
import { noteListExportCommand } from './exportList'
import { removeFilterCommand, saveFilterCommand } from './savedFilters'

const named = (name: string) => ({ id: null, list: 'complaints', name, filters: { cause: 'fees' } })

describe('saved filters', () => {
  it("are each user's own, and anybody who reads may have them", async () => {
    const office = await openTestOffice()
    await office.signInAs('viewer')
    const saved = await office.runner.run(saveFilterCommand, named('收费'))
    if (!saved.ok) throw new Error(saved.refusal.key)
    const { id } = saved.value.value
    const viewer = office.session.actor()?.userId ?? ''
    expect(await savedFiltersOf(office.db, viewer, 'complaints')).toMatchObject([{ id, name: '收费' }])
    expect(await savedFiltersOf(office.db, viewer, 'visits')).toEqual([])

    await office.signInAs('clerk')
    expect(await office.runner.run(removeFilterCommand, { id })).toMatchObject({
      ok: false,
      refusal: { key: 'savedFilter.missing' },
    })
    expect(await office.runner.run(saveFilterCommand, named('收费'))).toMatchObject({ ok: true })
    await office.signInAs('viewer')
    expect(await office.runner.run(removeFilterCommand, { id })).toMatchObject({ ok: true })
    expect(await savedFiltersOf(office.db, viewer, 'complaints')).toEqual([])
    const other = (await office.db.of('savedFilters').toArray()).find((one) => one.id !== id)
    expect(other).toMatchObject({ name: '收费', removedAt: null })
  })
})

describe('the export of a list (domain 13)', () => {
  it('is in the chain with count and filter, and refused to who may only read', async () => {
    const office = await openTestOffice()
    const note = { table: 'complaints', count: 1234, filter: '未关闭 · 管理费用' }
    await office.signInAs('clerk')
    expect(await office.runner.run(noteListExportCommand, note)).toMatchObject({ ok: true })
    const line = office.lines.at(-1)
    expect(line?.body).toContain('list.export')
    expect(line?.body).toContain('1234')
    expect(line?.body).toContain('未关闭 · 管理费用')
    expect(await office.runner.run(noteListExportCommand, { ...note, table: 'meta' })).toMatchObject({
      refusal: { key: 'input.invalid' },
    })
    await office.signInAs('viewer')
    expect(await office.runner.run(noteListExportCommand, note)).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
  })
})
