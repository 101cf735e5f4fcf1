import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { leftTrace } from './states'
import type { Answer, Channel, Complainant, Complaint, ReturnVisit } from './types'

/** One person of a matter, in the order in which they came: the first complainant, then 其他投诉人. */
export interface Voice {
  /** '' for the first complainant. */
  id: string
  complainant: Complainant
  channel: Channel
  saidAt: Instant
  words: string
  /** Answers the record had before this person spoke. */
  answersBefore: number
}

/** Somebody who brought the matter, once though they spoke several times. */
export interface Party {
  /** The name that an 答复 and a 回访 keep of them; no two of a record are called alike. */
  called: string
  /** The first time they spoke. */
  first: Voice
  /** 再次来电: whenever they spoke after that, by whatever channel. */
  again: Voice[]
}

type Matter = Pick<Complaint, 'intake' | 'others'>
type Answered = Matter & Pick<Complaint, 'answers'>
type Visited = Matter & Pick<Complaint, 'returnVisits'>

/** Everybody who brought the matter, the first complainant first. */
export function voicesOf({ intake, others }: Matter): Voice[] {
  const { complainant, channel, registeredAt, content } = intake
  return [{ id: '', complainant, channel, saidAt: registeredAt, words: content, answersBefore: 0 }, ...others]
}

/** Ids of the households of everybody who brought the matter, each once. */
export function unitIdsOf(record: Matter): string[] {
  return [...new Set(voicesOf(record).flatMap(({ complainant }) => complainant.unitId ?? []))]
}

/**
 * Everybody of the matter once, in the order in which they came: whoever rings again is 再次来电 of who they are, by
 * the same person of a household, or by the same name and phone.
 */
export function partiesOf(record: Matter): Party[] {
  const parties: Party[] = []
  for (const voice of voicesOf(record)) {
    const known = parties.find(({ first, again }) =>
      [first, ...again].some(({ complainant }) => isSamePerson(complainant, voice.complainant)),
    )
    if (known) known.again.push(voice)
    else parties.push({ called: nameAmong(parties, voice.complainant), first: voice, again: [] })
  }
  return parties
}

/** Those of the matter who can be answered and visited. */
export function reachableParties(record: Matter): Party[] {
  return partiesOf(record).filter(({ first, again }) =>
    [first, ...again].some(({ complainant }) => leftTrace(complainant)),
  )
}

/** Ids of the entries of 其他投诉人 that are 再次来电 of somebody who stands on the record already. */
export function againIds(record: Matter): Set<string> {
  return new Set(partiesOf(record).flatMap(({ again }) => again.map(({ id }) => id)))
}

/**
 * Who still waits for an 答复: an 答复 for all answers those who had spoken before it, one by name that person. Who
 * speaks later waits for another. Nobody is dropped because the matter was somebody else's first (domain 5).
 */
export function waitingForAnswer(record: Answered): Party[] {
  return reachableParties(record).filter((party) => voicesWaiting(party, record.answers).length > 0)
}

/** Whether an 答复 is owed to anybody. */
export function answerOwed(record: Answered): boolean {
  return waitingForAnswer(record).length > 0
}

/**
 * When whoever has waited longest for an 答复 spoke, 受理 at the earliest: the reply period runs from there; null where
 * none is owed.
 */
export function waitingSince(record: Answered): Instant | null {
  const { registeredAt } = record.intake
  const said = waitingForAnswer(record)
    .flatMap((party) => voicesWaiting(party, record.answers))
    .map(({ saidAt }) => saidAt)
  const [first] = said.toSorted((a, b) => msOf(a) - msOf(b))
  if (first === undefined) return null
  return msOf(first) < msOf(registeredAt) ? registeredAt : first
}

/** Who has not been reached by a 回访 yet. One without a name was made to the first, who was the only one then. */
export function notVisitedYet(record: Visited): Party[] {
  const reached = record.returnVisits.filter(({ outcome }) => outcome !== 'notReached')
  return reachableParties(record).filter(
    ({ called }, index) => !reached.some(({ person }) => isFor(person, called, index)),
  )
}

/** Whom a 回访 is made to unless somebody else is chosen: the first not reached yet; '' where there is only one. */
export function nextToVisit(record: Visited): string {
  const parties = reachableParties(record)
  const [first] = notVisitedYet(record)
  return parties.length < 2 ? '' : ((first ?? parties[0])?.called ?? '')
}

function isFor(person: ReturnVisit['person'], called: string, index: number): boolean {
  return person === '' ? index === 0 : person === called
}

function voicesWaiting({ called, first, again }: Party, answers: readonly Answer[]): Voice[] {
  return [first, ...again].filter(
    ({ answersBefore }) =>
      !answers.slice(answersBefore).some(({ person }) => person === '' || person === called),
  )
}

function isSamePerson(a: Complainant, b: Complainant): boolean {
  if (a.personId !== null && a.personId === b.personId) return true
  // Without any phone the door number tells two people of one name apart.
  const [one, other] = [a.phone || a.unitCode, b.phone || b.unitCode]
  return one !== '' && one === other && a.name === b.name
}

/** What paper and records call somebody who asked to stay unnamed. */
const UNNAMED = '匿名'

/** The name; with the door number, or counted, where somebody before is called so already. */
function nameAmong(before: readonly Party[], { anonymous, name, unitCode }: Complainant): string {
  const bare = anonymous || name === '' ? UNNAMED : name
  const free = (called: string): boolean => before.every((one) => one.called !== called)
  // The door number of a 匿名 one would name them.
  const called = free(bare) || anonymous || unitCode === '' ? bare : `${bare}（${unitCode}）`
  if (free(called)) return called
  let count = 2
  while (!free(`${called}（${count}）`)) count += 1
  return `${called}（${count}）`
}
