import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/domain/office/types'
import { allRequests, answerRequestCommand, openRequests, receiveRequestCommand } from '../data'
import { kept } from '../data/testing/months'
import { openTestOffice, type TestOffice } from '../data/testing/office'
import { BANDS, QUEUES, SECTIONS } from '../features/today/sections'
import { registers } from './registers'
import { placesFor } from './shell/places'
import { waitingAt } from './waiting'

const ROLES = ['clerk', 'supervisor', 'director', 'viewer'] as const
const mayAnswer = (role: Role) => role === 'supervisor' || role === 'director'
const asked = {
  kind: 'copy',
  name: '王小明',
  phone: '',
  identifiedBy: '本人到场',
  words: '全部投诉',
} as const

let office: TestOffice
let id: string
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await office.signInAs('supervisor')
  // A Monday: fifteen working days on is 23 March, for the day itself is not counted.
  id = kept(await office.runner.run(receiveRequestCommand, asked)).id
})

function waiting() {
  const found = registers.find(({ key }) => key === 'personRequests')?.waiting
  if (!found) throw new Error('requests say nothing of what waits')
  return found
}

async function sectionsAt(time: string): Promise<string[]> {
  const at = await waitingAt(office.db, Date.parse(`${time}+08:00`), '')
  const counts = await Promise.all(SECTIONS.map((section) => waiting().count(office.db, section, at)))
  return SECTIONS.filter((_, index) => counts[index] === 1)
}

describe('a request in 今日待办 (domain 11, 13)', () => {
  it.each([
    ['2026-03-02T09:00', 'later'],
    ['2026-03-19T23:59', 'later'],
    ['2026-03-20T00:00', 'soon'],
    ['2026-03-22T23:59', 'soon'],
    ['2026-03-23T00:00', 'today'],
    ['2026-03-23T23:59', 'today'],
    ['2026-03-24T00:00', 'overdue'],
  ])('is at %s %s, by the day of its answer', async (time, band) => {
    expect(await sectionsAt(time)).toEqual(['all', band])
  })

  it('says who asks for what, and falls due once its day is over', async () => {
    const at = await waitingAt(office.db, Date.parse('2026-03-24T08:00+08:00'), '')
    const {
      rows: [row],
    } = await waiting().read(office.db, 'all', at, 10)
    expect(row).toMatchObject({ id, register: 'personRequests', duty: 'answer', who: '王小明' })
    expect(row?.about).toMatch(/全部投诉$/)
    expect(row?.dueAt).toBe('2026-03-23T15:59:59.999Z')
    expect(await waiting().fallen(office.db, '2026-03-23T00:00:00.000Z', at, 10)).toEqual([row])
    expect(await waiting().fallen(office.db, '2026-03-23T16:00:00.000Z', at, 10)).toEqual([])
    expect((await waiting().read(office.db, 'all', at, 0)).rows).toEqual([])
  })

  it('is gone once it is answered, and stays on the list with its answer', async () => {
    const answer = { id, rev: 1, done: '给了副本', ground: null, refused: '' }
    kept(await office.runner.run(answerRequestCommand, answer))
    expect(await sectionsAt('2026-03-24T09:00')).toEqual([])
    expect(await openRequests(office.db)).toEqual([])
    expect(await allRequests(office.db)).toMatchObject([{ id, answer: { done: '给了副本' } }])
  })
})

describe('the requests, by role (domain 1, 13)', () => {
  it.each(ROLES)('%s: seen, counted, taken in and answered only by who may answer', async (role) => {
    await office.signInAs(role)
    const many = mayAnswer(role) ? 1 : 0
    expect(await openRequests(office.db)).toHaveLength(many)
    expect(await allRequests(office.db)).toHaveLength(many)
    const at = await waitingAt(office.db, Date.parse('2026-03-24T08:00+08:00'), '')
    const sections = ['all', ...BANDS, ...QUEUES] as const
    const counts = await Promise.all(sections.map((one) => waiting().count(office.db, one, at)))
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(many * 2)
    expect((await office.runner.run(receiveRequestCommand, asked)).ok).toBe(mayAnswer(role))
    const answer = { id, rev: 1, done: '给了副本', ground: null, refused: '' }
    expect((await office.runner.run(answerRequestCommand, answer)).ok).toBe(mayAnswer(role))
  })

  it('takes no place of the navigation', () => {
    expect(placesFor(registers, 'supervisor').map(({ key }) => key)).not.toContain('personRequests')
  })
})
