import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { stored } from '../lostItem/testing'
import { LOST_CATEGORIES, type LostItemIntake } from '../lostItem/types'
import { itemsFor, LEAST_SCORE, matchOf, piecesOf, reportOf, reportsFor } from './match'
import { opened } from './testing'
import type { LostReportIntake } from './types'

/** The points by reason; null where the two cannot be one thing. */
function pointsOf(item: Partial<LostItemIntake>, report: Partial<LostReportIntake> = {}) {
  const match = matchOf(stored(item), opened(report))
  return match && Object.fromEntries(match.reasons.map(({ kind, points }) => [kind, points]))
}

const found = (day: string, time = '08:20') => ({
  foundAt: instantOf(day, time),
  handedInAt: instantOf(day, '23:00'),
})

describe('a found thing and a lost one (domain 6: category, time window, place, words)', () => {
  it('the wallet of the samples is proposed, with its score and every reason', () => {
    const match = matchOf(stored(), opened())
    expect(match?.reasons.map(({ kind }) => kind)).toEqual(['category', 'time', 'place', 'words'])
    expect(match?.score).toBeGreaterThan(80)
    expect(match?.reasons.find(({ kind }) => kind === 'words')?.detail).toEqual({
      is: 'shared',
      words: expect.arrayContaining(['皮钱包', '黑色', '拉链头缺']),
    })
  })

  it.each([
    ['the same', 'walletCash', 'walletCash', 30],
    ['one that people mix up', 'bankCard', 'walletCash', 15],
    ['the same seen from the other side', 'walletCash', 'bankCard', 15],
    ['nobody knew where to put it', 'other', 'other', 15],
    ['another', 'keys', 'walletCash', undefined],
  ] as const)('category: %s', (_, category, wanted, points) => {
    expect(pointsOf({ category }, { category: wanted })?.['category']).toBe(points)
  })

  it.each([
    ['in the window', found('2026-03-09'), 25],
    ['the next day', found('2026-03-10'), 20],
    ['three days after', found('2026-03-12', '17:59'), 20],
    ['a week after', found('2026-03-16'), 12],
    ['a month after', found('2026-04-09'), 5],
    ['half a year after', found('2026-09-09'), undefined],
  ])('time: %s', (_, when, points) => {
    expect(pointsOf(when)?.['time']).toBe(points)
  })

  it('found well before it was lost it is another thing; people are wrong by half a day', () => {
    expect(pointsOf(found('2026-03-08', '19:29'))).toBeNull()
    expect(pointsOf(found('2026-03-08', '19:31'))?.['time']).toBe(25)
    // Without the finder's word the hand-in counts.
    expect(pointsOf({ foundAt: null, handedInAt: instantOf('2026-03-01') })).toBeNull()
  })

  it.each([
    ['since when: up to the moment of the report', { lostUntil: null }, found('2026-03-09', '18:20'), 25],
    ['since when: after the report', { lostUntil: null }, found('2026-03-10', '18:20'), 20],
    ['when it was missed: days before', { lostFrom: null }, found('2026-03-04'), 25],
    ['when it was missed: weeks before', { lostFrom: null }, found('2026-02-09'), undefined],
  ])('knowing only %s', (_, window, when, points) => {
    expect(pointsOf(when, window)?.['time']).toBe(points)
  })

  it('says nothing of time where the owner cannot', () => {
    expect(pointsOf(found('2026-03-01'), { lostFrom: null, lostUntil: null })?.['time']).toBeUndefined()
  })

  it('compares Chinese by two characters, other words and numbers whole', () => {
    expect([...piecesOf('黑色钱包')]).toEqual(['黑色', '色钱', '钱包'])
    expect([...piecesOf('iPhone 15')]).toEqual(['iphone', '15'])
    expect(piecesOf('ＩＰＨＯＮＥ')).toEqual(piecesOf('iphone'))
    expect([...piecesOf('150')]).not.toContain('15')
    expect([...piecesOf('我的了')]).toEqual([])
  })

  it('the likeliest is first on either side; what has ended or is unlike is left out', () => {
    const report = opened()
    const right = { ...stored(), id: 'a', number: 'A' }
    const fair = { ...stored({ name: '钱夹', features: '', ...found('2026-03-16') }), id: 'b', number: 'B' }
    const unlike = {
      ...stored({ category: 'keys', name: '钥匙', features: '', foundPlace: '车库' }),
      id: 'c',
    }
    const gone = { ...stored(), id: 'd', state: 'claimed' as const }
    expect(itemsFor(report, [fair, unlike, gone, right]).map(({ record }) => record.id)).toEqual(['a', 'b'])
    const closed = { ...report, id: 'z', state: 'closed' as const }
    expect(reportsFor(right, [closed, report]).map(({ record }) => record.id)).toEqual([report.id])
  })

  it('a category alone, or a time alone, is no match', () => {
    const bare = { name: '钱夹', features: '', foundPlace: '车库' }
    expect(matchOf(stored({ ...bare, ...found('2026-09-09') }), opened())?.score).toBeLessThan(LEAST_SCORE)
    expect(matchOf(stored({ ...bare, category: 'keys' }), opened())?.score).toBeLessThan(LEAST_SCORE)
  })

  it('scores from 0 to 100, the sum of its reasons, each of which counts for something', () => {
    const text = fc.constantFrom('', '黑色钱包', '3号楼大堂', '苹果手机 iPhone 15', '钥匙一串', '的了')
    const some = fc.record({
      a: text,
      b: text,
      c: text,
      d: text,
      one: fc.constantFrom(...LOST_CATEGORIES),
      other: fc.constantFrom(...LOST_CATEGORIES),
      hours: fc.integer({ min: -500, max: 5000 }),
    })
    fc.assert(
      fc.property(some, ({ a, b, c, d, one, other, hours }) => {
        const at = instantFromMs(msOf(instantOf('2026-03-09', '08:00')) + hours * 3_600_000)
        const item = stored({
          name: a || '物',
          features: b,
          foundPlace: c || '处',
          category: one,
          foundAt: at,
          handedInAt: at,
        })
        const match = matchOf(item, opened({ item: d || '件', features: a, places: b, category: other }))
        if (!match) return
        expect(match.score).toBe(match.reasons.reduce((sum, { points }) => sum + points, 0))
        expect(match.score).toBeLessThanOrEqual(100)
        expect(match.reasons.every(({ points }) => points > 0)).toBe(true)
      }),
    )
  })
})

describe('the report of whoever claims the thing (domain 6)', () => {
  const by = (id: string, name: string, phone: string) => {
    const report = opened({ owner: { ...opened().intake.owner, name, phone } })
    return { ...report, id }
  }
  const reports = [by('a', '张三', '13800000001'), by('b', '李四', '13800000002'), by('c', '李四', '')]

  it.each([
    ['the same phone, however it is written', { name: '李小姐', phone: '+86 138 0000 0002' }, 'b'],
    ['the same phone before the same name', { name: '张三', phone: '13800000002' }, 'b'],
    ['the same name, the likeliest report of it', { name: ' 李四 ', phone: '13900000000' }, 'b'],
    ['somebody else', { name: '王五', phone: '13900000000' }, undefined],
    ['nobody, where neither was said', { name: '', phone: '' }, undefined],
  ])('%s', (_, claim, id) => {
    expect(reportOf(claim, reports)?.id).toBe(id)
  })
})
