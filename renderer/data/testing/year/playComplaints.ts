import type {
  Cause,
  Channel,
  ComplaintIntake,
  Nature,
  Severity,
  VisitOutcome,
} from '../../../../shared/domain/complaint/types'
import * as paper from '../../commands/complaintPaper'
import * as people from '../../commands/complaintPeople'
import * as c from '../../commands/complaints'
import { type Moment, stored } from './calendar'
import type { ComplaintFact } from './facts'
import type { Player } from './player'

/** Plans every step of the complaints. */
export function playComplaints(player: Player, facts: readonly ComplaintFact[]): void {
  for (const fact of facts) {
    if (fact.repeatOf === null) playIntake(player, fact)
    playWork(player, fact)
    playVisits(player, fact, facts)
    playEnd(player, fact)
  }
}

function playIntake(player: Player, fact: ComplaintFact): void {
  const { key, typedAt, reservedAt } = fact
  const { desk } = player
  if (reservedAt === null) {
    player.at(typedAt, async () =>
      player.know(
        key,
        await desk.run(c.registerComplaintCommand, { intake: intakeOf(player, fact), receivedBy: '' }),
      ),
    )
    return
  }
  player.at(reservedAt, async () => {
    const { records } = await desk.run(paper.reserveNumbersCommand, { count: 1 })
    for (const record of records) player.know(key, record)
  })
  player.at(typedAt, () =>
    player.on('complaints', key, paper.fillInCommand, { intake: intakeOf(player, fact), receivedBy: '' }),
  )
}

function intakeOf(player: Player, { key, at, channel, unit }: ComplaintFact): ComplaintIntake {
  const nobody = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }
  return {
    registeredAt: stored(at),
    channel: channel as Channel,
    complainant: unit === null ? nobody : { anonymous: false, ...player.personOf(unit) },
    subject: '',
    occurredAt: null,
    place: '',
    content: `投诉 ${key}`,
    remedy: '',
    lossOrInjury: false,
  }
}

function playWork(player: Player, fact: ComplaintFact): void {
  const { key, judged, suspended, completed, answeredAt } = fact
  const on: Player['on'] = (...given) => player.on(...given)
  if (judged) {
    const said = {
      nature: judged.nature as Nature,
      severity: judged.severity as Severity,
      cause: judged.cause as Cause,
    }
    player.at(judged.at, () => on('complaints', key, c.judgeCommand, said))
  }
  const work = { department: '维修班', responsible: '赵师傅', promisedAt: null }
  player.at(fact.assignedAt, () => on('complaints', key, c.assignCommand, work))
  if (suspended) {
    const wait = { reason: '等备件', nextContactOn: '2027-01-01' }
    player.at(suspended.at, () => on('complaints', key, c.suspendCommand, wait))
    player.at(suspended.until, () => on('complaints', key, c.resumeCommand, {}))
  }
  if (completed) {
    const done = { measures: '已修好', completedAt: stored(completed.at) }
    player.at(completed.typedAt, () => on('complaints', key, c.completeCommand, done))
  }
  if (answeredAt !== null) {
    const answer = {
      answeredAt: stored(answeredAt),
      way: 'phone' as const,
      content: '已处理',
      answeredBy: '',
    }
    player.at(answeredAt, () => on('complaints', key, c.answerCommand, answer))
  }
  player.at(fact.escalatedAt, () => player.desk.run(c.escalateDueCommand, { ids: [player.idOf(key)] }))
}

function playVisits(player: Player, { key, visits }: ComplaintFact, facts: readonly ComplaintFact[]): void {
  for (const { at, outcome } of visits) {
    player.at(at, async () => {
      const visit = { visitedAt: stored(at), way: 'phone' as const, visitedBy: '', words: '回访所说' }
      const given = { ...visit, outcome: outcome as VisitOutcome, ...closing(at) }
      const { linked } = await player.on('complaints', key, c.recordReturnVisitCommand, given)
      const again = facts.find(({ repeatOf }) => repeatOf === key)
      if (linked && again) player.know(again.key, linked)
    })
  }
}

function playEnd(player: Player, fact: ComplaintFact): void {
  const { key, closedAt, joined } = fact
  const reason = { reason: '登记有误' }
  player.at(fact.givenUpAt, () => player.on('complaints', key, c.giveUpVisitCommand, reason))
  if (closedAt !== null) {
    player.at(closedAt, () => player.on('complaints', key, c.closeCommand, closing(closedAt)))
  }
  player.at(fact.voidAt, () => player.on('complaints', key, c.voidComplaintCommand, reason))
  if (!joined) return
  player.at(joined.at, async () => {
    const into = await player.record('complaints', joined.into)
    const other = { intoId: into.id, intoRev: into.rev }
    await player.on('complaints', key, people.joinComplaintsCommand, other)
  })
}

/** What a 重大 asks for; of a lighter one it is more than needed. */
function closing(at: Moment) {
  return { summary: '以后当天跟进', correctiveActionRef: 'JZ-1', headOfficeReportedAt: stored(at) }
}
