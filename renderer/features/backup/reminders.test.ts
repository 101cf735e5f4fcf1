import { describe, expect, it } from 'vitest'
import type { BackupPlaceState, BackupState } from '../../../shared/ipc/backupChannels'
import { remindersOf } from './reminders'

const NOW = Date.parse('2026-03-02T03:00:00.000Z')
const HOUR_AGO = '2026-03-02T02:00:00.000Z'
const place = (name: 'local' | 'second', changes: Partial<BackupPlaceState> = {}): BackupPlaceState => ({
  place: name,
  root: `/${name}`,
  there: true,
  trouble: null,
  goodAt: HOUR_AGO,
  goodBytes: 1_000_000,
  behind: false,
  lostFiles: 0,
  freeBytes: 50e9,
  sameDisk: false,
  backups: [],
  ...changes,
})
const state = (...places: BackupPlaceState[]): BackupState => ({
  running: null,
  last: { madeAt: HOUR_AGO, seq: 1, bytes: 1_000_000 },
  places,
})
const both = state(place('local'), place('second'))
const keys = (...args: Parameters<typeof remindersOf>) => remindersOf(...args).map(({ key }) => key)

describe('what is said of the backups', () => {
  it('nothing where all is well', () => {
    expect(remindersOf(both, 'open', HOUR_AGO, NOW)).toEqual([])
    expect(remindersOf(both, 'open', null, NOW)).toEqual([])
  })

  it.each([
    ['none', ['noVault']],
    ['locked', []],
    ['damaged', []],
  ] as const)('with a vault that is %s', (kind, said) => {
    expect(keys(both, kind, '2026-02-01T00:00:00.000Z', NOW)).toEqual(said)
  })

  it('work of more than a day that no backup holds', () => {
    expect(keys(both, 'open', '2026-03-01T03:00:00.001Z', NOW)).toEqual([])
    expect(keys(both, 'open', '2026-03-01T02:59:59.999Z', NOW)).toEqual(['stale'])
  })

  it('that a place is away, and since when', () => {
    const trouble = { key: 'backup.missing', since: '2026-03-01T00:00:00.000Z' }
    const away = state(place('local'), place('second', { trouble, there: false, freeBytes: null }))
    expect(remindersOf(away, 'open', null, NOW)).toEqual([
      { key: 'secondTrouble', tone: 'soon', since: trouble.since, why: 'backup.missing' },
    ])
  })

  it.each([
    [2e9, 1e6, []],
    [1e9, 1e6, ['low']],
    [9e9, 1e9, ['low']],
    [11e9, 1e9, []],
  ])('that room for backups is little: %d free, %d each', (freeBytes, goodBytes, said) => {
    expect(keys(state(place('local', { freeBytes, goodBytes }), place('second')), 'open', null, NOW)).toEqual(
      said,
    )
  })

  it('that attachments are lost, once for both places', () => {
    const lost = state(place('local', { lostFiles: 2 }), place('second', { lostFiles: 2 }))
    expect(remindersOf(lost, 'open', null, NOW)).toEqual([{ key: 'lostFiles', tone: 'soon', count: 2 }])
  })

  it('gently that there is no second place, from the first hour on', () => {
    expect(keys(state(place('local')), 'open', null, NOW)).toEqual(['noSecond'])
    expect(keys(state(), 'open', null, NOW)).toEqual(['noSecond'])
  })

  it('that the second place is no other disk', () => {
    const same = state(place('local'), place('second', { sameDisk: true }))
    expect(remindersOf(same, 'open', null, NOW)).toEqual([{ key: 'sameDisk', tone: 'plain' }])
  })
})
