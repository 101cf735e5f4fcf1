import { describe, expect, it } from 'vitest'
import type { User } from '../../../shared/domain/office/types'
import { latestLock, triesToTell } from './tries'

const NOW = '2026-11-22T01:00:00.000Z'
const at = (time: string) => `2026-11-22T${time}:00.000Z`
const userOf = (id: string, name: string): User => ({
  id,
  name,
  role: 'director',
  active: true,
  createdAt: NOW,
  updatedAt: NOW,
})
const pinAt = (...times: string[]) => times.map((time) => ({ at: at(time), secret: 'pin' as const }))

describe('what a director is told at sign-in', () => {
  it('is who tried in vain and how often', () => {
    const all = [{ user: userOf('c', '李晓'), tries: pinAt('00:10', '00:11', '00:59') }]
    expect(triesToTell(all, { userId: 'd', signedInAt: NOW })).toEqual([{ name: '李晓', count: 3 }])
  })

  it('leaves out the slips right before, and only those', () => {
    const own = { user: userOf('d', '周敏'), tries: pinAt('00:56', '00:58', '01:30') }
    expect(triesToTell([own], { userId: 'd', signedInAt: NOW })).toEqual([])
    const earlier = { ...own, tries: pinAt('00:20', '00:58') }
    expect(triesToTell([earlier], { userId: 'd', signedInAt: NOW })).toEqual([{ name: '周敏', count: 1 }])
  })
})

it('shows the lock that lasts longest, and none that is over', () => {
  const locks = { pinLockedUntil: at('01:05'), sheetLockedUntil: at('01:10') }
  expect(latestLock(locks, NOW)).toBe(at('01:10'))
  expect(latestLock({ ...locks, sheetLockedUntil: null }, NOW)).toBe(at('01:05'))
  expect(latestLock(locks, at('02:00'))).toBeNull()
})
