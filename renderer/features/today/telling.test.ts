import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutyKey, type Fallen, NOTHING_TOLD, type Told, whatToTell } from './telling'

// 2026-11-21, times of the estate.
const at = (time: string, day = '2026-11-21') => new Date(`${day}T${time}:00+08:00`).toISOString()
const fallenAt = (time: string, id = 'a', duty = 'returnVisit'): Fallen => ({
  register: 'complaints',
  id,
  duty,
  dueAt: at(time),
})
const morningTold: Told = { morning: '2026-11-21', duties: [] }
const none = { overdue: 0, today: 0 }

describe('what is told (domain 11)', () => {
  it('the day’s work at the first look after eight, once', () => {
    const counts = { overdue: 2, today: 3 }
    const early = whatToTell({ now: at('07:59'), fallen: [], counts, told: NOTHING_TOLD })
    expect(early.telling).toBeNull()
    const first = whatToTell({ now: at('08:00'), fallen: [], counts, told: early.told })
    expect(first.telling).toEqual({ kind: 'morning', overdue: 2, today: 3 })
    const second = whatToTell({ now: at('08:01'), fallen: [], counts, told: first.told })
    expect(second.telling).toBeNull()
    const next = whatToTell({ now: at('08:00', '2026-11-22'), fallen: [], counts, told: second.told })
    expect(next.telling?.kind).toBe('morning')
  })

  it('nothing in the morning of a day without work, and not later for it either', () => {
    const first = whatToTell({ now: at('08:00'), fallen: [], counts: none, told: NOTHING_TOLD })
    expect(first.telling).toBeNull()
    const later = whatToTell({
      now: at('11:00'),
      fallen: [],
      counts: { overdue: 0, today: 1 },
      told: first.told,
    })
    expect(later.telling).toBeNull()
  })

  it('a duty when it falls due, never twice', () => {
    const due = fallenAt('10:00')
    const first = whatToTell({ now: at('10:00'), fallen: [due], counts: none, told: morningTold })
    expect(first.telling).toEqual({ kind: 'fallen', dues: [due] })
    const second = whatToTell({ now: at('10:01'), fallen: [due], counts: none, told: first.told })
    expect(second.telling).toBeNull()
  })

  it('several in one word, and only the new ones', () => {
    const dues = [fallenAt('10:00', 'a'), fallenAt('10:00', 'b'), fallenAt('10:01', 'c', 'promise')]
    const told = { ...morningTold, duties: [dutyKey(fallenAt('10:00', 'a'))] }
    const { telling } = whatToTell({ now: at('10:01'), fallen: dues, counts: none, told })
    expect(telling).toEqual({ kind: 'fallen', dues: dues.slice(1) })
  })

  it('a deadline that was moved is told when it falls due again', () => {
    const told = { ...morningTold, duties: [dutyKey(fallenAt('10:00', 'a', 'promise'))] }
    const moved = fallenAt('15:00', 'a', 'promise')
    expect(whatToTell({ now: at('15:00'), fallen: [moved], counts: none, told }).telling).not.toBeNull()
  })

  it('nothing at midnight: what fell due then is in the morning’s word, and not told by itself after it', () => {
    const due = { ...fallenAt('23:59'), dueAt: at('00:00', '2026-11-22') }
    const night = whatToTell({
      now: at('00:01', '2026-11-22'),
      fallen: [due],
      counts: none,
      told: morningTold,
    })
    expect(night.telling).toBeNull()
    const counts = { overdue: 1, today: 0 }
    const morning = whatToTell({ now: at('08:00', '2026-11-22'), fallen: [due], counts, told: night.told })
    expect(morning.telling).toEqual({ kind: 'morning', overdue: 1, today: 0 })
    const after = whatToTell({ now: at('08:01', '2026-11-22'), fallen: [due], counts, told: morning.told })
    expect(after.telling).toBeNull()
  })

  it('never the same duty twice, whenever it is looked at; and the memory does not grow', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(looks, (minutes) => {
        const dues = [fallenAt('03:00', 'a'), fallenAt('09:00', 'b'), fallenAt('17:00', 'c')]
        const start = Date.parse(at('00:00'))
        const said: string[] = []
        let told: Told = NOTHING_TOLD
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const now = new Date(start + minute * 60_000).toISOString()
          const fallen = dues.filter(({ dueAt }) => dueAt !== null && dueAt <= now)
          const result = whatToTell({ now, fallen: within(fallen, now), counts: none, told })
          told = result.told
          if (result.telling?.kind === 'fallen') said.push(...result.telling.dues.map(dutyKey))
          expect(told.duties.length).toBeLessThanOrEqual(dues.length)
        }
        expect(new Set(said).size).toBe(said.length)
      }),
    )
  })
})

function within(fallen: Fallen[], now: string): Fallen[] {
  const since = Date.parse(now) - 12 * 3_600_000
  return fallen.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) >= since)
}
