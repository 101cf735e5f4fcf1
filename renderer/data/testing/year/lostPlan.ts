import { DAY, HOUR, type Moment, monthBegin, monthsEnd, wall } from './calendar'
import type { FoundFact, LostFact } from './facts'
import { type Making, Pace } from './pace'

const FOUND = 70
const LOST = 36

/** Found things and what was asked for; some of the first are given out to whom lost them. */
export function planLostProperty(making: Making, begin: Moment): { found: FoundFact[]; lost: LostFact[] } {
  const asked = making.minutes.free(wall(2025, 2, 5, 9))
  const never = { key: 'lost/left', at: asked, typedAt: asked, foundAt: null, closedAt: null, voidAt: null }
  const reports = Array.from({ length: LOST }, (_, made) => oneReport(making, `lost/${made}`, begin))
  const found = Array.from({ length: FOUND }, (_, made) => {
    const at = begin + making.chance.between(0.5, (making.now - begin) / DAY - 1) * DAY
    return oneThing(making, `found/${made}`, at)
  })
  // Their first month ends with the next month: over at its end.
  const edges = [wall(2025, 1, 31, 15), wall(2025, 3, 31, 8), wall(2025, 5, 31, 8), wall(2025, 8, 31, 20)]
  const kept = edges.map((at, made) => ({
    ...thing(making, `edge/${made}`, at),
    fen: 50_000,
    band: 'over100',
  }))
  return { found: [...found, ...kept].map((fact) => answered(fact, reports)), lost: [...reports, never] }
}

function thing({ chance, minutes }: Making, key: string, at: Moment): FoundFact {
  const typedAt = minutes.free(at)
  const fen = chance.pick([500, 9_999, 10_000, 10_001, 88_800, null])
  return {
    key,
    at: chance.happens(0.2) ? typedAt - chance.below(10) * HOUR : typedAt,
    typedAt,
    fen,
    band: fen === null ? chance.pick(['upTo100', 'over100']) : fen > 10_000 ? 'over100' : 'upTo100',
    publishedAt: null,
    expiredAt: null,
    decided: null,
    claimedAt: null,
    handedOverAt: null,
    disposedAt: null,
    voidAt: null,
    answers: null,
  }
}

function oneThing(making: Making, key: string, at: Moment): FoundFact {
  const { chance } = making
  const fact = thing(making, key, at)
  const pace = new Pace(making, fact.typedAt)
  const roll = chance.next()
  if (roll < 0.06) fact.voidAt = pace.next(0.5, 10)
  else if (roll < 0.12) fact.voidAt = pace.until(monthBegin(fact.typedAt, 1) + chance.between(0.2, 7) * DAY)
  else if (roll < 0.2) fact.handedOverAt = pace.next(1, 80)
  else {
    if (chance.happens(0.7)) fact.publishedAt = pace.next(2, 30)
    if (roll < 0.55) fact.claimedAt = pace.next(5, 24 * 40)
    else if (roll < 0.85 && fact.band === 'upTo100') expires(fact, pace, making)
  }
  return fact
}

/** Nobody came in three months: the director decides. */
function expires(fact: FoundFact, pace: Pace, { chance }: Making): void {
  fact.expiredAt = pace.until(monthsEnd(fact.at, 3) + chance.between(1, 30) * HOUR)
  if (fact.expiredAt === null || chance.happens(0.2)) return
  const at = pace.next(5, 200)
  if (at === null) return
  fact.decided = { at, outcome: chance.pick(['handOver', 'dispose']) }
  if (chance.happens(0.2)) return
  if (fact.decided.outcome === 'dispose') fact.disposedAt = pace.next(5, 300)
  else fact.handedOverAt = pace.next(5, 300)
}

function oneReport(making: Making, key: string, begin: Moment): LostFact {
  const { chance, minutes, now } = making
  const typedAt = minutes.free(begin + chance.between(0.5, (now - begin) / DAY - 1) * DAY)
  const at = chance.happens(0.2) ? typedAt - chance.below(12) * HOUR : typedAt
  const fact: LostFact = { key, at, typedAt, foundAt: null, closedAt: null, voidAt: null }
  const pace = new Pace(making, typedAt)
  const roll = chance.next()
  if (roll < 0.3) fact.foundAt = pace.next(3, 24 * 40)
  else if (roll < 0.5) fact.closedAt = pace.next(24, 24 * 60)
  else if (roll < 0.58) fact.voidAt = pace.next(1, 30)
  else if (roll < 0.64) fact.voidAt = pace.until(monthBegin(typedAt, 1) + 3 * HOUR)
  return fact
}

/** The claim of a thing ends a report that was still open then. */
function answered(fact: FoundFact, lost: LostFact[]): FoundFact {
  const { claimedAt } = fact
  if (claimedAt === null) return fact
  const open = lost.find(
    (one) => one.typedAt < claimedAt && one.foundAt === null && one.closedAt === null && one.voidAt === null,
  )
  if (!open) return fact
  open.foundAt = claimedAt
  return { ...fact, answers: open.key }
}
