import { describe, expect, it } from 'vitest'
import { contextAt } from '../complaint/testing'
import type { SavedFilter } from './phrase'
import { FILTER_NAME_LENGTH, MOST_FILTERS, removeFilter, saveFilter } from './savedFilter'

const ctx = contextAt('2026-11-21T01:00:00.000Z', 'clerk')
const one = (name: string, change: Partial<SavedFilter> = {}): SavedFilter => ({
  id: `f-${name}`,
  userId: ctx.actor.userId,
  list: 'complaints',
  name,
  filters: { cause: 'fees' },
  createdAt: '2026-11-01T01:00:00.000Z',
  removedAt: null,
  ...change,
})
const input = (name: string, id: string | null = null) => ({
  id,
  list: 'complaints',
  name,
  filters: { scope: 'all' },
})

describe('保存筛选 (ui, "List")', () => {
  it('saves under a name of its own, as long as a word may be', () => {
    expect(saveFilter([], input(`  ${'长'.repeat(30)} `), ctx)).toMatchObject({
      ok: true,
      value: { name: '长'.repeat(FILTER_NAME_LENGTH), userId: 'u-clerk', filters: { scope: 'all' } },
    })
    expect(saveFilter([], input('  '), ctx)).toMatchObject({
      ok: false,
      refusal: { key: 'savedFilter.nameRequired', field: 'name' },
    })
  })

  it('replaces what a name filters, and brings a removed one back', () => {
    for (const removedAt of [null, ctx.now]) {
      expect(saveFilter([one('收费', { removedAt })], input('收费'), ctx)).toMatchObject({
        ok: true,
        value: {
          id: 'f-收费',
          createdAt: '2026-11-01T01:00:00.000Z',
          filters: { scope: 'all' },
          removedAt: null,
        },
      })
    }
  })

  it('replaces the one that is shown, where a removed one bore the same name before', () => {
    const mine = [one('收费', { id: 'f-old', removedAt: ctx.now }), one('收费', { id: 'f-new' })]
    expect(saveFilter(mine, input('收费'), ctx)).toMatchObject({ ok: true, value: { id: 'f-new' } })
    const other = [...mine, one('电梯')]
    expect(saveFilter(other, input('收费', 'f-电梯'), ctx)).toMatchObject({
      refusal: { key: 'savedFilter.nameTaken' },
    })
  })

  it('renames, but not to a name in use', () => {
    const mine = [one('收费'), one('电梯'), one('旧', { removedAt: ctx.now })]
    expect(saveFilter(mine, input('物业费', 'f-收费'), ctx)).toMatchObject({
      ok: true,
      value: { id: 'f-收费', name: '物业费' },
    })
    expect(saveFilter(mine, input('旧', 'f-收费'), ctx)).toMatchObject({ ok: true })
    expect(saveFilter(mine, input('电梯', 'f-收费'), ctx)).toMatchObject({
      refusal: { key: 'savedFilter.nameTaken' },
    })
    expect(saveFilter(mine, input('新', 'f-没有'), ctx)).toMatchObject({
      refusal: { key: 'savedFilter.missing' },
    })
  })

  it('keeps to as many words as can be read', () => {
    const full = Array.from({ length: MOST_FILTERS }, (_, i) => one(`第${i}`))
    expect(saveFilter(full, input('再一个'), ctx)).toMatchObject({
      refusal: { key: 'savedFilter.tooMany', params: { most: MOST_FILTERS } },
    })
    expect(saveFilter(full, input('第3'), ctx)).toMatchObject({ ok: true })
    const less = full.with(0, one('第0', { removedAt: ctx.now }))
    expect(saveFilter(less, input('再一个'), ctx)).toMatchObject({ ok: true })
  })

  it("removes one's own only, and once", () => {
    expect(removeFilter(one('收费'), ctx)).toMatchObject({ ok: true, value: { removedAt: ctx.now } })
    for (const not of [undefined, one('收费', { userId: 'u-other' }), one('收费', { removedAt: ctx.now })]) {
      expect(removeFilter(not, ctx)).toMatchObject({ refusal: { key: 'savedFilter.missing' } })
    }
  })
})
