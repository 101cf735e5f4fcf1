import type { Chance } from '../../demo/chance'
import { HOUR, type Moment } from './calendar'

/** Nothing happens twice in one minute, so that every fact knows its moment exactly. */
export class Minutes {
  private readonly taken = new Set<Moment>()

  /** The first free minute from a moment on. */
  free(at: Moment): Moment {
    let minute = Math.ceil(at / 60_000) * 60_000
    while (this.taken.has(minute)) minute += 60_000
    this.taken.add(minute)
    return minute
  }
}

/** What a plan is made with. */
export interface Making {
  chance: Chance
  minutes: Minutes
  /** When the year is looked at: what would come later never happens. */
  now: Moment
}

/** One matter on its way: each step some hours after the one before; behind `now` there are no more. */
export class Pace {
  constructor(
    private readonly making: Making,
    private at: Moment,
  ) {}

  /** The moment of the next step; null where it never comes. */
  next(from: number, to: number): Moment | null {
    return this.until(this.at + this.making.chance.between(from, to) * HOUR)
  }

  /** The next step at this moment, or the first free minute after it. */
  until(at: Moment): Moment | null {
    if (this.at >= this.making.now) return null
    this.at = this.making.minutes.free(Math.max(at, this.at + 60_000))
    return this.at < this.making.now ? this.at : null
  }
}
