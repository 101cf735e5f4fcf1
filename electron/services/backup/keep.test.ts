import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_REASONS, type BackupListing, type BackupReason } from '../../../shared/schema/backup'
import { KEPT, keptOf } from './keep'

const HOUR = 3_600_000
const START = Date.parse('2026-11-22T02:00:00.000Z')

function listing(at: number, reason: BackupReason = 'hourly'): BackupListing {
  const madeAt = new Date(at).toISOString()
  return {
    name: `${madeAt}-${reason}`,
    madeAt,
    reason,
    bytes: 1,
    sha256: '0'.repeat(64),
    sheetId: 'S',
    officeId: 'o',
    dataVersion: 4,
    lastSeq: 1,
  }
}

/** What stands on the shelf when every backup is followed by its pruning. */
function afterEach(made: readonly BackupListing[]): BackupListing[] {
  const shelf = new Map<string, BackupListing>()
  for (const one of made) {
    shelf.set(one.name, one)
    const kept = keptOf([...shelf.values()])
    for (const name of shelf.keys()) if (!kept.has(name)) shelf.delete(name)
  }
  return [...shelf.values()]
}

describe('which backups are kept', () => {
  it('keeps the last 24 made by themselves', () => {
    const made = Array.from({ length: 30 }, (_, i) => listing(START + i * 60_000))
    expect(afterEach(made)).toEqual(made.slice(-24))
  })

  it.each([
    ['13 days old', 13, true],
    ['15 days old, and not the last of its week or month', 15, false],
  ])('keeps one a day for 14 days: %s', (_, days, stays) => {
    // Hourly for 30 days: the last of a day stays.
    const made = Array.from({ length: 30 * 24 }, (_none, i) => listing(START + i * HOUR))
    const last = START + (30 * 24 - 1) * HOUR
    const dayAgo = new Date(last - days * 24 * HOUR).toISOString().slice(0, 10)
    // 15:00 UTC begins the last hour of the estate's day.
    const name = `${dayAgo}T15:00:00.000Z-hourly`
    expect(afterEach(made).some((one) => one.name === name)).toBe(stays)
  })

  it('keeps, after three years of hourly backups, as many as the rule says', () => {
    const made = Array.from({ length: 3 * 365 }, (_, i) => listing(START + i * 24 * HOUR))
    const shelf = afterEach(made)
    const months = new Set(shelf.map(({ madeAt }) => madeAt.slice(0, 7)))
    expect(months.size).toBe(KEPT.months)
    expect(shelf.length).toBeLessThanOrEqual(24 + 14 + 8 + 24)
    expect(shelf.at(-1)).toEqual(made.at(-1))
  })

  it.each(['byHand', 'migration', 'restore'] as const)('keeps what was made %s for 90 days', (reason) => {
    const asked = [0, 1, 2].map((i) => listing(START + i * 60_000, reason))
    const daily = (days: number) =>
      Array.from({ length: days }, (_, i) => listing(START + (i + 1) * 24 * HOUR))
    const left = (days: number) =>
      afterEach([...asked, ...daily(days)]).filter((one) => one.reason === reason)
    expect(left(90)).toHaveLength(3)
    expect(left(91).length).toBeLessThan(3)
  })

  it('survives a holiday and a clock that was a year ahead', () => {
    const before = Array.from({ length: 40 }, (_, i) => listing(START + i * 24 * HOUR))
    const ahead = listing(START + 405 * 24 * HOUR)
    const kept = keptOf([...before, ahead])
    expect(before.slice(-13).every(({ name }) => kept.has(name))).toBe(true)
    expect(kept.has(ahead.name)).toBe(true)
  })

  it('never drops the newest, and pruning twice drops nothing more', () => {
    const backups = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 3 * 365 * 24 }),
        reason: fc.constantFrom(...BACKUP_REASONS),
      }),
      { minLength: 1, maxLength: 150 },
    )
    fc.assert(
      fc.property(backups, (many) => {
        const all = many.map(({ at, reason }, i) => listing(START + at * HOUR + i, reason))
        const kept = keptOf(all)
        const newest = all.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
        expect(kept.has(newest?.name ?? '')).toBe(true)
        const left = all.filter(({ name }) => kept.has(name))
        expect(keptOf(left)).toEqual(kept)
        // Of each of the newest 14 days that have any, one is left.
        const days = (some: BackupListing[]) =>
          [
            ...new Set(
              some.map(({ madeAt }) => new Date(Date.parse(madeAt) + 8 * HOUR).toISOString().slice(0, 10)),
            ),
          ]
            .sort()
            .slice(-KEPT.days)
        expect(days(left)).toEqual(days(all))
      }),
    )
  })
})
