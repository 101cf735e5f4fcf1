import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHours } from '../../util/civilTime'
import * as commands from './commands'
import { likeness, type Matter, matterOf, samePlace, shareOf, similarTo, tellingPieces } from './similar'
import {
  accepted,
  closed,
  contextAt,
  intakeOf,
  registered,
  REGISTERED_AT,
  VISITED_AT,
  voided,
} from './testing'
import type { Complaint } from './types'

const days = (count: number) => addHours(REGISTERED_AT, 24 * count)
const matter = (change: Partial<Matter> = {}): Matter => ({
  unitIds: [],
  place: '',
  texts: [],
  at: REGISTERED_AT,
  ...change,
})
const recordOf = (change: Partial<Complaint['intake']>, id = 'other'): Complaint => ({
  ...registered(change),
  id,
})

describe('内容相近: the share of common 2-character pieces', () => {
  it.each([
    ['电梯三天没人来修', '电梯三天没人来修。', 1],
    ['电梯', '水管', 0],
    ['', '电梯', 0],
    ['', '', 0],
    ['狗', '狗', 1],
    // 电梯 梯异 异响 / 电梯 梯又 又响: one of three each.
    ['电梯异响', '电梯又响', 1 / 3],
  ])('%s / %s: %d', (one, other, share) => {
    expect(shareOf(one, other)).toBeCloseTo(share)
  })
})

describe('同一地点', () => {
  it.each([
    ['5号楼电梯', '5栋电梯', true],
    ['5号楼电梯', '5 号楼电梯口', true],
    ['5号楼电梯', '6号楼电梯', false],
    ['5-2-301', '52-301', false],
    ['5-2-301', '5-2-301', true],
    ['地下车库B区', '地下车库A区', false],
    ['东门', '东门岗亭', true],
    ['', '', false],
    ['，', '，', false],
  ])('%s / %s: %s', (one, other, same) => {
    expect(samePlace(one, other)).toBe(same)
  })
})

describe('likeness is a measure', () => {
  const text = fc.constantFrom(
    '',
    '电',
    '电梯三天没人修',
    '电梯异响，老人不敢乘',
    '楼上漏水',
    '漏水到厨房',
    '五楼漏水 漏水',
  )
  const matters = fc.record({
    unitIds: fc.subarray(['u1', 'u2', 'u3']),
    place: fc.constantFrom('', '5号楼电梯', '5栋电梯', '6号楼', '东门'),
    texts: fc.array(fc.oneof(text, fc.string()), { maxLength: 3 }),
    at: fc.integer({ min: -40, max: 40 }).map(days),
  })

  it('the same from both sides, and from 0 to 1', () => {
    fc.assert(
      fc.property(matters, matters, (one, other) => {
        const there = likeness(one, other)
        expect(there).toEqual(likeness(other, one))
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
        if (there.reasons.length > 0) expect(there.score).toBeGreaterThan(0.3)
      }),
    )
  })

  it('1 with itself, as soon as somebody said something', () => {
    fc.assert(
      fc.property(matters, (one) => {
        const said = { ...one, texts: [...one.texts, '漏水'] }
        expect(likeness(said, said).score).toBe(1)
      }),
    )
  })

  it('never less for one more thing in common', () => {
    fc.assert(
      fc.property(matters, matters, (one, other) => {
        const more = likeness({ ...one, unitIds: ['x'] }, { ...other, unitIds: ['x'] })
        expect(more.score).toBeGreaterThanOrEqual(likeness(one, other).score)
      }),
    )
  })
})

describe('可能是同一件事 (quality 9.13)', () => {
  const complainant = { ...intakeOf().complainant, unitId: 'u1' }
  const lift = matter({ texts: ['电梯三天没人来修'], place: '5号楼' })

  it('finds alike words within 14 days, likeliest first, and says why', () => {
    const same = recordOf({ content: '电梯三天没人来修', place: '' }, 'a')
    const alike = recordOf({ content: '电梯坏了三天没人修', place: '' }, 'b')
    const unlike = recordOf({ content: '楼上装修太吵', place: '' }, 'c')
    const found = similarTo(lift, [unlike, alike, same], days(1))
    expect(found.map(({ record, reasons }) => [record.id, reasons])).toEqual([
      ['a', ['words']],
      ['b', ['words']],
    ])
  })

  it.each([
    [14, 1],
    [14.1, 0],
  ])('of other households until %d days later', (later, count) => {
    const same = recordOf({ content: '电梯三天没人来修', place: '5栋' })
    expect(similarTo({ ...lift, at: days(later) }, [same], days(later))).toHaveLength(count)
  })

  it('of the same household whenever it was registered, while it is open', () => {
    const mine = recordOf({ complainant, content: '电梯又停了' })
    const again = { ...lift, unitIds: ['u1'], at: days(200) }
    expect(similarTo(again, [mine], days(200))[0]?.reasons).toEqual(['household'])
    const another = recordOf({ complainant, content: '楼上漏水' })
    expect(similarTo(again, [another], days(200))).toEqual([])
  })

  it('of an ended one for 30 days; never of a void or joined one', () => {
    const ended = { ...closed(), id: 'e' }
    const again = { ...matterOf(ended), at: VISITED_AT }
    expect(similarTo(again, [ended], addHours(VISITED_AT, 24 * 30))).toHaveLength(1)
    expect(similarTo(again, [ended], addHours(VISITED_AT, 24 * 30 + 1))).toEqual([])
    expect(similarTo(again, [voided(), { ...ended, joinedInto: 'x' }], VISITED_AT)).toEqual([])
    const another = { ...again, texts: ['楼下跳舞太吵'] }
    expect(similarTo(another, [ended], VISITED_AT)).toEqual([])
  })

  it('counts the words and households of everybody who joined', () => {
    const other = {
      complainant: { ...complainant, personId: null },
      channel: 'visit',
      receivedBy: '',
    } as const
    const input = { ...other, saidAt: REGISTERED_AT, words: '轿厢晃得厉害' }
    const record = accepted(commands.addComplainant(recordOf({}), input, contextAt(REGISTERED_AT, 'clerk')))
    const [found] = similarTo(matter({ unitIds: ['u1'], texts: ['轿厢晃得厉害'] }), [record], days(1))
    expect(found).toMatchObject({ share: 1, reasons: ['household', 'words'] })
  })
})

describe('pieces to look for', () => {
  it('leaves out talk and digits, and takes them from all over the text', () => {
    expect(tellingPieces('我家的电梯坏了3天', 8)).toEqual(['电梯', '梯坏'])
    expect(tellingPieces('甲乙丙丁戊己庚辛壬癸', 3)).toEqual(['甲乙', '丁戊', '庚辛'])
  })
})
