import { civilDayOf, civilTimeOf, msOf } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'

/** A duty that fell due. `dueAt` is the deadline itself. */
export interface Fallen {
  register: string
  id: string
  duty: string | null
  dueAt: Instant | null
}

/** What was told, so that nothing is told twice: ids and instants only. */
export interface Told {
  /** The last day whose work was announced in the morning; '' before the first. */
  morning: CivilDay | ''
  /** Keys of duties, `<register>/<id>/<duty>/<dueAt>`. */
  duties: string[]
}

export const NOTHING_TOLD: Told = { morning: '', duties: [] }

export interface TellingInput<D extends Fallen> {
  now: Instant
  /** Duties that fell due within `LOOK_BACK_MS`. */
  fallen: readonly D[]
  /** All that is overdue, and all that is still due today. */
  counts: { overdue: number; today: number }
  told: Told
}

/** What to tell now: the day's work, duties that fell due, or nothing. */
export type Telling<D extends Fallen> =
  | { kind: 'morning'; overdue: number; today: number }
  | { kind: 'fallen'; dues: D[] }

/** Nobody is disturbed before and after: what falls due at night is in the morning's word (24 hours' clock). */
const DAY_BEGINS = '08:00'
const DAY_ENDS = '22:00'

/** How far back a duty may have fallen due and still be told by itself, ms: over a night that the machine slept. */
export const LOOK_BACK_MS = 12 * 3_600_000

/** The duty of a record with its deadline: a deadline that is moved is another one. */
export function dutyKey({ register, id, duty, dueAt }: Fallen): string {
  return [register, id, duty ?? '', dueAt ?? ''].join('/')
}

/**
 * Decides what to tell, and what to remember of it (domain 11): in the morning, or at the first look of the day, the
 * day's work in one word; then each duty once, when it falls due. A deadline at the day's end is not called out at
 * midnight. Pure: no clock, no memory of its own.
 */
export function whatToTell<D extends Fallen>(
  input: TellingInput<D>,
): { telling: Telling<D> | null; told: Told } {
  const { now, fallen, counts, told } = input
  const kept = told.duties.filter((key) => stillInSight(key, now))
  const time = civilTimeOf(now)
  if (time < DAY_BEGINS || time >= DAY_ENDS) return { telling: null, told: { ...told, duties: kept } }
  const fresh = fallen.filter((duty) => !kept.includes(dutyKey(duty)))
  const next: Told = { morning: civilDayOf(now), duties: [...kept, ...fresh.map(dutyKey)] }
  if (told.morning !== next.morning) {
    // What fell due in the night is counted in the morning's word: it is not told once more.
    const { overdue, today } = counts
    return { telling: overdue + today > 0 ? { kind: 'morning', overdue, today } : null, told: next }
  }
  return { telling: fresh.length > 0 ? { kind: 'fallen', dues: fresh } : null, told: next }
}

function stillInSight(key: string, now: Instant): boolean {
  const dueAt = key.slice(key.lastIndexOf('/') + 1)
  return msOf(dueAt) > msOf(now) - 2 * LOOK_BACK_MS
}
