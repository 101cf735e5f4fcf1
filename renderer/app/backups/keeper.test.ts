import { describe, expect, it } from 'vitest'
import type { BackupPlaceState, BackupState } from '../../../shared/ipc/backupChannels'
import { type Moment, nextStep } from './keeper'

const NOW = Date.parse('2026-03-02T03:00:00.000Z')
const place = (changes: Partial<BackupPlaceState> = {}): BackupPlaceState => ({
  place: 'second',
  root: '/media/stick',
  there: true,
  trouble: null,
  goodAt: '2026-03-02T01:00:00.000Z',
  goodBytes: 1,
  behind: false,
  lostFiles: 0,
  freeBytes: 1e9,
  sameDisk: false,
  backups: [],
  ...changes,
})
const IDLE: BackupState = {
  running: null,
  last: { madeAt: '2026-03-02T01:00:00.000Z', seq: 9, bytes: 1 },
  places: [place()],
}
const moment = (changes: Partial<Moment> = {}): Moment => ({
  now: NOW,
  everyMinutes: 60,
  unsavedSince: null,
  failedAt: null,
  ...changes,
})

describe('when a backup is made by itself', () => {
  it.each([
    ['nothing was written', null, null],
    ['work is 59 minutes old', '2026-03-02T02:00:01.000Z', null],
    ['work is an hour old', '2026-03-02T02:00:00.000Z', 'backup'],
    ['work is a night old', '2026-03-01T10:00:00.000Z', 'backup'],
    ['the clock went back', '2026-03-02T09:00:00.000Z', null],
  ] as const)('%s', (_, unsavedSince, step) => {
    expect(nextStep(IDLE, moment({ unsavedSince }))).toBe(step)
  })

  it('keeps to what the office set', () => {
    const unsavedSince = '2026-03-02T02:40:00.000Z'
    expect(nextStep(IDLE, moment({ unsavedSince, everyMinutes: 15 }))).toBe('backup')
    expect(nextStep(IDLE, moment({ unsavedSince, everyMinutes: 30 }))).toBeNull()
  })

  it('never beside another one', () => {
    const running = { reason: 'byHand', phase: 'rows', done: 0, total: 1 } as const
    expect(nextStep({ ...IDLE, running }, moment({ unsavedSince: '2026-03-01T10:00:00.000Z' }))).toBeNull()
  })

  it.each([
    [9, null],
    [10, 'backup'],
    // The clock was set back since: the wait is not made longer by it.
    [-1, 'backup'],
  ] as const)('again %i minutes after one that failed', (minutes, step) => {
    const failedAt = NOW - minutes * 60_000
    expect(nextStep(IDLE, moment({ unsavedSince: '2026-03-01T10:00:00.000Z', failedAt }))).toBe(step)
  })

  it.each([
    [true, true, 'mend'],
    [true, false, null],
    [false, true, null],
  ] as const)('brings a place up to date that is there %s and behind %s', (there, behind, step) => {
    expect(nextStep({ ...IDLE, places: [place({ there, behind })] }, moment())).toBe(step)
  })
})
