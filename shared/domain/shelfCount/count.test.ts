import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { accepted, contextAt, refused, stored } from '../lostItem/testing'
import type { LostItem } from '../lostItem/types'
import { finishCount, missingOf, startCount, tick, untick } from './count'

const ctx = contextAt(instantOf('2026-03-31', '16:00'), 'clerk')

function item(id: string, storedAt: string, change: Partial<LostItem> = {}): LostItem {
  const record = stored({ storedAt })
  return { ...record, id, number: `客服-SW-2026-${id}`, ...change }
}

const SHELF = [
  item('0003', 'A 柜 10 层'),
  item('0001', 'B 柜'),
  item('0002', 'A 柜 2 层'),
  item('0004', 'A 柜 2 层', { state: 'claimed' }),
]
const started = () => accepted(startCount({ items: SHELF, open: false }, ctx))
const [third = item('', ''), first = item('', '')] = SHELF

describe('盘点 (domain 6)', () => {
  it('lists what should be on the shelf, the way one walks along it', () => {
    expect(started().lines.map(({ itemId }) => itemId)).toEqual(['0002', '0003', '0001'])
    expect(refused(startCount({ items: SHELF, open: true }, ctx))).toBe('shelfCount.oneIsOpen')
    expect(refused(startCount({ items: [], open: false }, ctx))).toBe('shelfCount.nothingKept')
    const viewer = contextAt(ctx.now, 'viewer')
    expect(refused(startCount({ items: SHELF, open: false }, viewer))).toBe('office.notAllowed')
  })

  it('ticks off by label or by hand, once; a mistake is taken back', () => {
    const once = accepted(tick(started(), { item: first, way: 'scan' }, ctx))
    expect(once.lines.find(({ itemId }) => itemId === '0001')?.tick).toMatchObject({
      way: 'scan',
      by: '小林',
    })
    expect(refused(tick(once, { item: first, way: 'hand' }, ctx))).toBe('shelfCount.alreadyTicked')
    expect(accepted(untick(once, { itemId: '0001' }, ctx)).lines).toEqual(started().lines)
  })

  it('notes what should not be there any more', () => {
    const gone = item('0004', 'A 柜 2 层', { state: 'claimed' })
    const count = accepted(tick(started(), { item: gone, way: 'scan' }, ctx))
    expect(count.strays).toMatchObject([{ number: '客服-SW-2026-0004' }])
    expect(refused(tick(count, { item: gone, way: 'scan' }, ctx))).toBe('shelfCount.alreadyTicked')
  })

  it('reports what is missing, with a word; what left meanwhile is not missing', () => {
    const seen = accepted(tick(started(), { item: third, way: 'hand' }, ctx))
    const kept = new Set(['0001'])
    expect(refused(finishCount(seen, { words: ' ', kept }, ctx))).toBe(
      'shelfCount.missingWordsRequired words',
    )
    const done = accepted(finishCount(seen, { words: '正在查找', kept }, ctx))
    expect(missingOf(done).map(({ itemId }) => itemId)).toEqual(['0001'])
    expect(done).toMatchObject({ finishedBy: '小林', finishedAt: ctx.now })
    expect(refused(tick(done, { item: first, way: 'scan' }, ctx))).toBe('shelfCount.isFinished')
    expect(refused(untick(done, { itemId: '0003' }, ctx))).toBe('shelfCount.isFinished')
    expect(refused(finishCount(done, { words: 'x', kept }, ctx))).toBe('shelfCount.isFinished')
  })

  it('needs no word where everything is there', () => {
    const all = SHELF.slice(0, 3).reduce(
      (count, one) => accepted(tick(count, { item: one, way: 'scan' }, ctx)),
      started(),
    )
    expect(
      accepted(finishCount(all, { words: '', kept: new Set() }, ctx)).lines.some(({ left }) => left),
    ).toBe(false)
  })
})
