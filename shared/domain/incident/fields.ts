import type { IncidentKind } from './kinds'

/** How a field of a type is filled in: text, several lines, 元, a count, yes or no, a moment, one of several options. */
export type FieldType = 'text' | 'long' | 'amount' | 'count' | 'yesNo' | 'time' | 'choice'

/** A field of a type. Its words stand in the catalogue under the same id. */
export interface FieldSpec {
  id: string
  type: FieldType
  /** Ids of the options of a choice. */
  options?: readonly string[]
}

const text = (id: string): FieldSpec => ({ id, type: 'text' })
const long = (id: string): FieldSpec => ({ id, type: 'long' })
const amount = (id: string): FieldSpec => ({ id, type: 'amount' })
const count = (id: string): FieldSpec => ({ id, type: 'count' })
const yesNo = (id: string): FieldSpec => ({ id, type: 'yesNo' })
const time = (id: string): FieldSpec => ({ id, type: 'time' })
const choice = (id: string, ...options: string[]): FieldSpec => ({ id, type: 'choice', options })

const VIDEO = [yesNo('videoKept'), text('videoSpan')]
const POLICE = text('policeReceipt')

/**
 * The own fields of each type (domain 7), in the order in which they are asked. An id is never used again for
 * something else: values are stored by it. Nothing about the state of a body is here: 伤情 is a field apart.
 */
export const INCIDENT_FIELDS: Readonly<Record<IncidentKind, readonly FieldSpec[]>> = {
  theft: [
    time('lastSeenAt'),
    time('foundAt'),
    text('entryTraces'),
    choice('policeAdvice', 'reported', 'declined', 'undecided'),
    POLICE,
    ...VIDEO,
    text('handedTo'),
  ],
  propertyDamage: [
    text('damagedItem'),
    choice('damagedBy', 'customer', 'mover', 'visitor', 'unknown'),
    amount('bookedAmount'),
    yesNo('booked'),
    yesNo('disputed'),
    text('disputeTo'),
    text('moverPlate'),
    text('moverCompany'),
    text('admittingUnit'),
  ],
  drunk: [
    text('companion'),
    yesNo('violent'),
    text('escort'),
    text('ledTo'),
    text('takenOverBy'),
    time('takenOverAt'),
  ],
  fight: [count('peopleCount'), text('weapons'), text('guards'), time('stoppedAt'), POLICE, ...VIDEO],
  medical: [
    time('ambulanceAt'),
    text('firstAider'),
    yesNo('defibrillator'),
    text('hospital'),
    text('accompaniedBy'),
    text('familyTold'),
  ],
  death: [
    text('foundBy'),
    time('foundAt'),
    time('sealedAt'),
    text('sealedBy'),
    time('policeReleasedAt'),
    POLICE,
    text('familyTold'),
    yesNo('staffExit'),
  ],
  powerCut: [
    choice('extent', 'inside', 'area'),
    text('engineer'),
    text('affected'),
    long('powerCause'),
    time('supplierToldAt'),
    text('supplierTicket'),
    time('expectedAt'),
    time('restoredAt'),
    yesNo('explained'),
  ],
  fire: [
    text('burning'),
    time('alarmAt'),
    yesNo('falseAlarm'),
    text('evacuated'),
    count('rollExpected'),
    count('rollPresent'),
    text('rollMissing'),
    time('extinguishedAt'),
  ],
  lift: [
    text('liftNumber'),
    count('trapped'),
    text('maintainer'),
    time('maintainerCalledAt'),
    time('maintainerArrivedAt'),
    time('freedAt'),
    yesNo('stopped'),
    time('restoredAt'),
  ],
  waterLeak: [
    text('leakSource'),
    choice('pipe', 'supply', 'drain', 'fireMain', 'rain', 'other'),
    choice('pipeOwner', 'common', 'private', 'unclear'),
    text('valve'),
    time('valveClosedAt'),
    text('affected'),
    time('repairedAt'),
  ],
  fallingObject: [
    text('object'),
    text('cameFrom'),
    time('cordonedAt'),
    yesNo('evidenceKept'),
    POLICE,
    ...VIDEO,
  ],
  slip: [
    choice('surface', 'wet', 'ice', 'oil', 'uneven', 'other'),
    yesNo('warningSign'),
    choice('lighting', 'good', 'poor', 'none'),
    text('lastCleaned'),
    text('firstAider'),
    ...VIDEO,
  ],
  vehicleDamage: [
    text('plate'),
    text('parkingSpace'),
    yesNo('paidParking'),
    time('parkedFrom'),
    long('damage'),
    text('otherPlate'),
    POLICE,
    ...VIDEO,
  ],
  suspiciousObject: [
    text('object'),
    text('foundBy'),
    yesNo('touched'),
    time('cordonedAt'),
    POLICE,
    time('clearedAt'),
    text('clearedBy'),
  ],
  foodPoisoning: [
    text('meal'),
    time('eatenAt'),
    count('peopleCount'),
    text('hospital'),
    yesNo('samplesKept'),
    text('authority'),
    time('authorityToldAt'),
  ],
  traffic: [
    text('plates'),
    time('movedAt'),
    yesNo('sceneKept'),
    POLICE,
    text('responsibility'),
    yesNo('insurerTold'),
    ...VIDEO,
  ],
  weather: [
    choice('weather', 'typhoon', 'rain', 'thunder', 'snow', 'heat', 'wind', 'other'),
    choice('warning', 'none', 'blue', 'yellow', 'orange', 'red'),
    time('warnedAt'),
    text('checked'),
    long('damage'),
    time('liftedAt'),
  ],
  publicHealth: [
    text('matter'),
    count('peopleCount'),
    text('authority'),
    time('authorityToldAt'),
    text('closedArea'),
    yesNo('disinfected'),
    time('disinfectedAt'),
  ],
  other: [text('matter'), text('leader')],
}

/** The fields of a type by id. */
export function fieldOf(kind: IncidentKind, id: string): FieldSpec | null {
  return INCIDENT_FIELDS[kind].find((field) => field.id === id) ?? null
}
