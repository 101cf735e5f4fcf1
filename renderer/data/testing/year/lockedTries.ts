import * as paper from '../../commands/complaintPaper'
import * as c from '../../commands/complaints'
import * as i from '../../commands/incidents'
import * as items from '../../commands/lostItems'
import * as reports from '../../commands/lostReports'
import type { RegisterTable } from '../../commands/registerTables'
import * as calls from '../../commands/returnVisits'
import * as v from '../../commands/visits'
import { monthNamed, stored, wall } from './calendar'
import type { YearFacts } from './facts'
import type { Player } from './player'

/** Something that a signed month forbids: whose month, by which refusal, and how it is tried. */
export interface LockedTry {
  name: string
  refusal: 'month.locked' | 'month.backdated'
  month: string
  run: () => Promise<unknown>
}

/** A moment of a signed month, after the blank sheets of February were given out. */
const THEN = wall(2025, 2, 28, 10)
const FEBRUARY = monthNamed(THEN)
const reason = { reason: '登记有误' }

/** Every kind of command on every register by which somebody could bend a signed month. */
export function lockedTries(player: Player, facts: YearFacts, signed: readonly string[]): LockedTry[] {
  const of = { player, facts, signed: new Set(signed) }
  return [
    ...onComplaints(of),
    ...onLostItems(of),
    ...onLostReports(of),
    ...onIncidents(of),
    ...onVisits(of),
    ...onReturnVisits(of),
  ]
}

interface Given {
  player: Player
  facts: YearFacts
  signed: ReadonlySet<string>
}

/** A fact that came in a signed month and fits; without one the year has to be planned with another seed. */
function signedFact<F extends { key: string; at: number }>(
  { signed }: Given,
  facts: readonly F[],
  fits: (fact: F) => boolean,
): F {
  const found = facts.find((fact) => signed.has(monthNamed(fact.at)) && fits(fact))
  if (!found) throw new Error('nothing of the signed months fits')
  return found
}

const backdated = (name: string, run: LockedTry['run']): LockedTry => ({
  name,
  refusal: 'month.backdated',
  month: FEBRUARY,
  run,
})
const locked = (name: string, { at }: { at: number }, run: LockedTry['run']): LockedTry => ({
  name,
  refusal: 'month.locked',
  month: monthNamed(at),
  run,
})

function onComplaints(of: Given): LockedTry[] {
  const { player, facts } = of
  const isOpen = (fact: (typeof facts.complaints)[number]) =>
    [fact.closedAt, fact.voidAt, fact.joined].every((end) => end === null) &&
    fact.visits.every(({ outcome }) => outcome !== 'dissatisfied')
  const open = signedFact(of, facts.complaints, (fact) => isOpen(fact) && fact.judged !== null)
  const working = signedFact(of, facts.complaints, (fact) => {
    return isOpen(fact) && fact.at < THEN && fact.assignedAt !== null && !fact.completed && !fact.suspended
  })
  const waiting = signedFact(of, facts.complaints, (fact) => {
    return isOpen(fact) && fact.visits.length === 0 && (fact.completed?.at ?? THEN) < THEN
  })
  const intakeOf = async (key: string) => (await player.record('complaints', key)).intake
  const then = async () => ({ ...(await intakeOf(open.key)), registeredAt: stored(THEN) })
  return [
    backdated('受理', async () =>
      player.desk.run(c.registerComplaintCommand, { intake: await then(), receivedBy: '' }),
    ),
    backdated('补录投诉', async () => {
      const given = { ...(await blankOf(player, 'complaints')), intake: await then(), receivedBy: '' }
      await player.desk.run(paper.fillInCommand, given)
    }),
    locked('更正受理内容', open, async () => {
      const intake = { ...(await intakeOf(open.key)), place: '别处' }
      await player.on('complaints', open.key, c.amendIntakeCommand, { intake })
    }),
    locked('作废投诉', open, () => player.on('complaints', open.key, c.voidComplaintCommand, reason)),
    backdated('处理完毕', () => {
      const done = { measures: '修好', completedAt: stored(THEN) }
      return player.on('complaints', working.key, c.completeCommand, done)
    }),
    backdated('答复', () => {
      const said = { answeredAt: stored(THEN), way: 'phone' as const, content: '答复', answeredBy: '' }
      return player.on('complaints', working.key, c.answerCommand, said)
    }),
    backdated('回访投诉', () => {
      const visit = { visitedAt: stored(THEN), way: 'phone' as const, visitedBy: '', words: '好' }
      const given = { ...visit, outcome: 'satisfied' as const }
      return player.on('complaints', waiting.key, c.recordReturnVisitCommand, given)
    }),
  ]
}

/** A sheet whose number was given out in a signed month and that nobody filled in. */
async function blankOf(player: Player, table: RegisterTable): Promise<{ id: string; rev: number }> {
  const rows = (await player.desk.db.of(table).toArray()) as { id: string; rev: number; state: string }[]
  const blank = rows.find(({ state }) => state === 'reserved')
  if (!blank) throw new Error(`no blank sheet of ${table}`)
  return { id: blank.id, rev: blank.rev }
}

function onLostItems(of: Given): LockedTry[] {
  const { player, facts } = of
  const kept = signedFact(of, facts.found, (fact) => {
    const ends = [fact.claimedAt, fact.handedOverAt, fact.disposedAt, fact.voidAt, fact.expiredAt]
    return fact.at < THEN && ends.every((end) => end === null)
  })
  const { key } = kept
  const intakeOf = async () => (await player.record('lostItems', key)).intake
  const then = async () => ({ ...(await intakeOf()), handedInAt: stored(THEN) })
  return [
    backdated('收存登记', async () =>
      player.desk.run(items.registerLostItemCommand, { intake: await then() }),
    ),
    backdated('补录失物', async () => {
      const given = { ...(await blankOf(player, 'lostItems')), intake: await then() }
      await player.desk.run(items.fillInLostItemCommand, given)
    }),
    locked('更正失物', kept, async () => {
      const intake = { ...(await intakeOf()), storedAt: 'B-9' }
      await player.on('lostItems', key, items.amendLostItemCommand, { intake })
    }),
    locked('作废失物', kept, () => player.on('lostItems', key, items.voidLostItemCommand, reason)),
    backdated('公告', () => {
      const posted = { ids: [player.idOf(key)], postedAt: stored(THEN), place: '大堂' }
      return player.desk.run(items.publishLostItemsCommand, posted)
    }),
    backdated('移交', () => {
      const taken = { target: 'police' as const, office: '派出所', takenBy: '', receipt: '收2', words: '' }
      return player.on('lostItems', key, items.handOverCommand, { ...taken, at: stored(THEN) })
    }),
  ]
}

function onLostReports(of: Given): LockedTry[] {
  const { player, facts } = of
  const open = signedFact(of, facts.lost, (fact) => {
    return [fact.foundAt, fact.closedAt, fact.voidAt].every((end) => end === null)
  })
  const { key } = open
  const intakeOf = async () => (await player.record('lostReports', key)).intake
  const ending = { words: '找到了', at: stored(THEN) }
  return [
    backdated('寻物登记', async () => {
      const intake = { ...(await intakeOf()), registeredAt: stored(THEN) }
      await player.desk.run(reports.registerLostReportCommand, { intake, receivedBy: '' })
    }),
    locked('更正寻物', open, async () => {
      const intake = { ...(await intakeOf()), item: '别的东西' }
      await player.on('lostReports', key, reports.amendLostReportCommand, { intake })
    }),
    locked('作废寻物', open, () => player.on('lostReports', key, reports.voidLostReportCommand, reason)),
    backdated('已找回', () => player.on('lostReports', key, reports.markFoundCommand, ending)),
    backdated('结束寻找', () => player.on('lostReports', key, reports.closeLostReportCommand, ending)),
  ]
}

/** An incident is in its month by when it was registered, which nobody enters: only 作废 could take it out. */
function onIncidents(of: Given): LockedTry[] {
  const { player, facts } = of
  const open = signedFact(
    of,
    facts.incidents,
    ({ voidAt, verifiedAt }) => voidAt === null && verifiedAt === null,
  )
  return [locked('作废事件', open, () => player.on('incidents', open.key, i.voidIncidentCommand, reason))]
}

function onVisits(of: Given): LockedTry[] {
  const { player, facts } = of
  const open = signedFact(of, facts.visits, (fact) => {
    return fact.at < THEN && fact.voidAt === null && fact.closedAt === null && fact.feedback.needed
  })
  const { key } = open
  const givenOf = async () => {
    const { plan, findings } = await player.record('visits', key)
    if (!findings) throw new Error('it did not take place')
    return { plan, findings, privateNotes: '' }
  }
  const then = async () => {
    const { plan, findings, privateNotes } = await givenOf()
    return {
      plan: { ...plan, way: 'phone' as const },
      findings: { ...findings, visitedAt: stored(THEN) },
      privateNotes,
    }
  }
  return [
    backdated('走访登记', async () => player.desk.run(v.registerVisitCommand, await then())),
    backdated('登记预约的走访', async () => {
      const planned = (await player.desk.db.of('visits').toArray()).find(({ state }) => state === 'planned')
      const { id = '', rev = 0 } = planned ?? {}
      await player.desk.run(v.recordVisitCommand, { id, rev, ...(await then()) })
    }),
    locked('更正走访', open, async () => {
      const { plan, ...rest } = await givenOf()
      const given = {
        ...rest,
        plan: { ...plan, way: plan.way === 'other' ? ('phone' as const) : ('other' as const) },
      }
      await player.on('visits', key, v.amendVisitCommand, given)
    }),
    locked('作废走访', open, () => player.on('visits', key, v.voidVisitCommand, reason)),
    backdated('反馈', () =>
      player.on('visits', key, v.giveFeedbackCommand, { at: stored(THEN), result: '已办' }),
    ),
  ]
}

function onReturnVisits(of: Given): LockedTry[] {
  const { player, facts } = of
  const done = signedFact(of, facts.calls, ({ voidAt, source }) => voidAt === null && source === 'free')
  const { key } = done
  const entryOf = async () => {
    const { entry } = await player.record('returnVisits', key)
    if (!entry) throw new Error('it is blank')
    return entry
  }
  const then = async () => ({ ...(await entryOf()), visitedAt: stored(THEN) })
  return [
    backdated('回访登记', async () =>
      player.desk.run(calls.registerReturnVisitCommand, { entry: await then(), round: '', targetId: '' }),
    ),
    backdated('补录回访', async () => {
      const given = { ...(await blankOf(player, 'returnVisits')), entry: await then() }
      await player.desk.run(calls.fillInReturnVisitCommand, given)
    }),
    locked('更正回访', done, async () => {
      const entry = { ...(await entryOf()), content: '另一番话' }
      await player.on('returnVisits', key, calls.amendReturnVisitCommand, { entry })
    }),
    locked('作废回访', done, () => player.on('returnVisits', key, calls.voidReturnVisitCommand, reason)),
  ]
}
