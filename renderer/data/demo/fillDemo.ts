import type { JournalLine } from '../../../shared/ipc/channels'
import {
  civilDayOf,
  instantFromMs,
  instantOf,
  msOf,
  shiftDay,
  weekdayOf,
} from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import type { JournalLink } from '../core/env'
import { chanceFrom } from './chance'
import { DemoDatabase, DemoDesk } from './playback'
import { planExtras } from './extras'
import { planIncidents } from './incidents'
import { planLostProperty } from './lost'
import { setUpDemoOffice } from './setUp'
import { anyStory, type Door, doorsOf } from './stories'
import { planStory } from './story'
import { planMonthReviews } from './months'
import { planVisits } from './visits'

/** How many complaints the made-up year has. */
const COMPLAINTS = 1260
const DAYS = 365
const RECENT_DAYS = 16
const SEED = 20_260_101

export interface DemoOptions {
  /** What every demo user signs in with, hashed. */
  pinHash: string
  /** Complaints of the year, and visits in proportion; fewer for tests. */
  complaints?: number
  /** Days of the year played so far. */
  onProgress: (done: number, total: number) => void
  signal?: AbortSignal
  /** Draws a made-up photo and stores it; left out where there is no screen. */
  attach?: (desk: DemoDesk, chance: ReturnType<typeof chanceFrom>) => void
}

/**
 * Writes the demo office: 640 households and a year of complaints in every state, through the office's own commands,
 * each at its own time. The database must be empty. The journal is given its lines in large portions: a demo that was
 * broken off is thrown away and begun anew.
 */
export async function fillDemo(
  ports: { journal: JournalLink; now: () => Instant; newId: () => string },
  { name, fieldKey }: Pick<DeskDatabase, 'name' | 'fieldKey'>,
  options: DemoOptions,
): Promise<void> {
  const now = ports.now()
  const from = instantOf(shiftDay(civilDayOf(now), -DAYS), '07:30')
  const journal = new PortionedJournal(ports.journal.append)
  const db = new DemoDatabase(name)
  db.fieldKey = fieldKey
  await db.open()
  try {
    const desk = new DemoDesk(db, now, { journal, newId: ports.newId, from })
    const chance = chanceFrom(SEED)
    await setUpDemoOffice(desk, chance, options.pinHash)
    const doors = await doorsOf(db)
    const count = options.complaints ?? COMPLAINTS
    planYear(desk, doors, { from, now, count })
    planExtras(desk, doors, now)
    planLostProperty(desk, doors, now, chanceFrom(SEED + 2))
    planIncidents(desk, now, chanceFrom(SEED + 3))
    planVisits(desk, doors, now, chanceFrom(SEED + 4), count / COMPLAINTS)
    planMonthReviews(desk, from, now)
    options.attach?.(desk, chance)
    await desk.play(async (at) => {
      await journal.flush()
      options.onProgress(daysFrom(from, at), DAYS)
    }, options.signal)
  } finally {
    db.close()
  }
}

function planYear(
  desk: DemoDesk,
  doors: readonly Door[],
  { from, now, count }: { from: Instant; now: Instant; count: number },
): void {
  const chance = chanceFrom(SEED + 1)
  for (let made = 0; made < count; made += 1) {
    // The last weeks are fuller, so that there is work to look at.
    const day = chance.happens(0.2)
      ? shiftDay(civilDayOf(now), -chance.below(RECENT_DAYS))
      : shiftDay(civilDayOf(from), chance.below(DAYS) + 1)
    // Fewer people complain at the weekend.
    if ([6, 7].includes(weekdayOf(day)) && chance.happens(0.4)) {
      made -= 1
      continue
    }
    const at = instantFromMs(msOf(instantOf(day, '08:00')) + Math.floor(chance.between(0, 12 * 3_600_000)))
    if (msOf(at) < msOf(now)) planStory(desk, anyStory(doors, at, chance))
    else made -= 1
  }
}

function daysFrom(from: Instant, at: Instant): number {
  return Math.min(DAYS, Math.floor((msOf(at) - msOf(from)) / 86_400_000))
}

/** Takes lines at once and hands them on between transactions, which would not outlive the wait. */
class PortionedJournal {
  private waiting: JournalLine[] = []
  private lastSeq = 0

  constructor(private readonly send: JournalLink['append']) {}

  readonly append: JournalLink['append'] = async (lines) => {
    this.waiting.push(...lines)
    // What is not handed on yet is not acknowledged either: a portion has nothing to drop but what went before it.
    return { ok: true, value: { lastSeq: this.lastSeq } }
  }

  async flush(): Promise<void> {
    const portion = this.waiting
    this.waiting = []
    const sent = portion.length > 0 ? await this.send(portion) : null
    if (sent && !sent.ok) throw new Error(sent.refusal.key)
    if (sent) this.lastSeq = sent.value.lastSeq
  }
}
