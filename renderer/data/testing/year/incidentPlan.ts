import { INCIDENT_KINDS } from '../../../../shared/domain/incident/kinds'
import { DAY, HOUR, type Moment, wall } from './calendar'
import type { IncidentFact } from './facts'
import { type Making, Pace } from './pace'

const GRAVE = new Set(['death', 'fire'])

/** Every kind twice and some thrice, over the whole year. */
export function planIncidents(making: Making, begin: Moment): IncidentFact[] {
  const kinds = [...INCIDENT_KINDS, ...INCIDENT_KINDS, ...INCIDENT_KINDS.slice(0, 6)]
  const span = making.now - begin - 2 * DAY
  const facts = kinds.map((kind, made) => {
    const at = making.minutes.free(begin + DAY + (span * (made + making.chance.next())) / kinds.length)
    return oneIncident(making, `${kind}/${made}`, kind, at)
  })
  return [...facts, overNewYear(making), leftOpen(making)]
}

function oneIncident(making: Making, key: string, kind: string, at: Moment): IncidentFact {
  const { chance, minutes } = making
  const fact: IncidentFact = {
    key,
    occurredAt: at - chance.pick([10 / 60, 0.5, 3, 30]) * HOUR,
    at,
    reservedAt: chance.happens(0.1) ? minutes.free(at - 20 * HOUR) : null,
    kind,
    severity: null,
    personHurt: chance.happens(0.3),
    injuries: 0,
    losses: [],
    compensations: [],
    submittedAt: null,
    verifiedAt: null,
    approvedAt: null,
    archivedAt: null,
    voidAt: null,
  }
  if (fact.personHurt) fact.injuries = chance.below(3)
  fact.losses = Array.from({ length: chance.below(3) }, () => amount(making))
  fact.compensations = Array.from({ length: chance.below(3) }, () => {
    const outcome = chance.pick(['open', 'signed', 'signed', 'disputed'])
    return { outcome, amount: outcome === 'signed' ? (amount(making) ?? 1200) : amount(making) }
  })
  report(fact, new Pace(making, at), making)
  return fact
}

function amount({ chance }: Making): number | null {
  return chance.happens(0.2) ? null : chance.below(500_000) / 100
}

function report(fact: IncidentFact, pace: Pace, { chance }: Making): void {
  if (chance.happens(0.08)) {
    fact.voidAt = pace.next(1, 9 * 24)
    return
  }
  if (chance.happens(0.08)) return
  fact.severity = chance.pick(['minor', 'important', 'major'])
  fact.submittedAt = pace.next(1, 30)
  if (chance.happens(0.1)) return
  fact.verifiedAt = pace.next(2, 40)
  if (needsDirector(fact)) {
    if (chance.happens(0.15)) return
    fact.approvedAt = pace.next(2, 60)
  }
  if (chance.happens(0.85)) fact.archivedAt = pace.next(10, 400)
}

/** 死亡, 火警, 重大, and where somebody was hurt (domain 7). */
function needsDirector({ kind, severity, personHurt, injuries }: IncidentFact): boolean {
  return GRAVE.has(kind) || severity === 'major' || personHurt || injuries > 0
}

/** Nobody ever reported it. */
function leftOpen(making: Making): IncidentFact {
  const fact = oneIncident(making, 'incident/left', 'other', making.minutes.free(wall(2025, 2, 6, 9)))
  const never = { submittedAt: null, verifiedAt: null, approvedAt: null, archivedAt: null, voidAt: null }
  return { ...fact, ...never, severity: null }
}

/** It happened in the last minutes of a month and was registered in the next. */
function overNewYear(making: Making): IncidentFact {
  const at = making.minutes.free(wall(2025, 9, 1, 0, 20))
  return {
    ...oneIncident(making, 'edge/turn', 'powerCut', at),
    occurredAt: wall(2025, 8, 31, 23, 50),
    reservedAt: null,
  }
}
