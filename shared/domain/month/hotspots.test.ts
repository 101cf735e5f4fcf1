import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { registered as complaintOf } from '../complaint/testing'
import type { Complaint } from '../complaint/types'
import { registered as incidentOf } from '../incident/testing'
import type { Incident } from '../incident/types'
import { NO_PERSON } from '../register/person'
import { hotspotsOf } from './hotspots'
import { type Books, monthViewOf } from './testing'

let made = 0
/** A complaint of a place, a household and a day. */
function complaint(
  place: string,
  unit: string | null = null,
  at = instantOf('2026-11-10', '09:00'),
): Complaint {
  made += 1
  const base = complaintOf()
  const { complainant } = base.intake
  const intake = {
    ...base.intake,
    place,
    registeredAt: at,
    complainant: { ...complainant, unitId: unit, unitCode: unit ?? '' },
  }
  return { ...base, id: `c${made}`, intake }
}
function incident(place: string, unit: string | null = null): Incident {
  made += 1
  const base = incidentOf({ place })
  const person = { ...NO_PERSON, name: '张三', unitId: unit, unitCode: unit ?? '' }
  return { ...base, id: `i${made}`, parties: [{ id: 'p', role: 'household', person, note: '' }] }
}
const hotspots = (books: Books) => hotspotsOf(monthViewOf('2026-11', books))
const october = instantOf('2026-10-10', '09:00')

describe('关键地点 (domain 12)', () => {
  it('counts a place by its folded words, over complaints and incidents, from twice on', () => {
    const complaints = [complaint('5号楼 电梯'), complaint('５号楼电梯。'), complaint('西门'), complaint(' ')]
    const { places } = hotspots({ complaints, incidents: [incident('5号楼电梯')] })
    expect(places).toEqual([{ key: '5号楼电梯', name: { text: '5号楼 电梯' }, value: 3 }])
  })

  it('shows the ten with most, the most frequent first', () => {
    const complaints = Array.from({ length: 12 }, (_, n) =>
      Array.from({ length: n + 1 }, () => complaint(`地点${String(n)}`)),
    ).flat()
    const { places } = hotspots({ complaints })
    expect(places.map(({ value }) => value)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  })

  it('leaves out what came in before, 作废, 并案 and the second of a 重复投诉', () => {
    const first = complaint('西门')
    const voided = { reason: '误登', at: october, by: '周主管' }
    const complaints: Complaint[] = [
      first,
      complaint('西门', null, october),
      { ...complaint('西门'), void: voided, state: 'void' },
      { ...complaint('西门'), joinedInto: 'x', state: 'closed', closedAt: instantOf('2026-11-11') },
      { ...complaint('西门'), repeatOf: first.id },
    ]
    expect(hotspots({ complaints }).places).toEqual([])
  })
})

describe('关键时间 (domain 12)', () => {
  it('has 24 hours of estate time: by 事发时间, else by when it was registered', () => {
    const told = complaint('西门')
    const happened = {
      ...told,
      id: 'h',
      intake: { ...told.intake, occurredAt: instantOf('2026-11-09', '23:59') },
    }
    const { hours } = hotspots({ complaints: [told, happened], incidents: [incident('西门')] })
    expect(hours.map(({ key }) => key)).toEqual(
      Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    )
    expect(hours.filter(({ value }) => value > 0).map(({ key, value }) => [key, value])).toEqual([
      ['09', 1],
      ['21', 1],
      ['23', 1],
    ])
  })
})

describe('关键人物 (domain 12)', () => {
  it('are households with two matters of the month', () => {
    const complaints = [complaint('西门', '5-2-301'), complaint('车库', '5-2-302')]
    const event = incident('车库', '5-2-301')
    expect(hotspots({ complaints, incidents: [event] }).households).toEqual([
      {
        unitId: '5-2-301',
        unitCode: '5-2-301',
        count: 2,
        records: [
          { table: 'complaints', id: complaints[0]?.id },
          { table: 'incidents', id: event.id },
        ],
      },
    ])
  })

  it('or with three that go on', () => {
    const of = (count: number) =>
      hotspots({ complaints: Array.from({ length: count }, () => complaint('西门', 'u', october)) })
        .households
    expect(of(2)).toEqual([])
    expect(of(3)).toMatchObject([{ unitId: 'u', count: 3 }])
  })

  it('count a 重复投诉 as one matter, and a household once a matter', () => {
    const first = complaint('西门', 'u')
    const second = { ...complaint('西门', 'u'), repeatOf: first.id }
    expect(hotspots({ complaints: [first, second] }).households).toEqual([])
    const other = {
      id: 'o',
      complainant: first.intake.complainant,
      channel: 'phone' as const,
      saidAt: october,
      words: '又来',
      receivedBy: '小林',
      receivedByUserId: 'u',
      fromNumber: '',
      answersBefore: 0,
    }
    expect(hotspots({ complaints: [{ ...first, others: [other] }] }).households).toEqual([])
    const third = complaint('车库', 'u')
    expect(hotspots({ complaints: [first, second, third] }).households).toMatchObject([
      { count: 2, records: [{ id: first.id }, { id: second.id }, { id: third.id }] },
    ])
  })

  it('never name the household of a 限阅 event', () => {
    const restricted = { ...incident('西门', 'u'), restricted: true }
    const books = { complaints: [complaint('车库', 'u')], incidents: [restricted] }
    expect(hotspots(books).households).toEqual([])
  })
})
