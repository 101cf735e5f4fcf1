import type { Satisfaction } from '../../../../shared/domain/returnVisit/types'
import { VISIT_RECORD_FORM, contentDigest } from '../../../../shared/domain/visit'
import type { VisitWay } from '../../../../shared/domain/visit/types'
import * as rounds from '../../commands/returnRounds'
import * as calls from '../../commands/returnVisits'
import * as months from '../../commands/visitMonths'
import * as v from '../../commands/visits'
import { visitMonthView } from '../../queries/visits'
import { stored } from './calendar'
import type { CallFact, RoundFact, VisitFact, VisitMonthFact, YearFacts } from './facts'
import type { Player } from './player'

const reason = { reason: '登记有误' }

/** Plans every step of a visit; one that waits for nothing is closed with its month. */
export function playVisit(player: Player, fact: VisitFact, closedWithMonth: boolean): void {
  const { key, typedAt, paper, feedback } = fact
  player.at(typedAt, async () =>
    player.know(key, await player.desk.run(v.registerVisitCommand, givenOf(player, fact))),
  )
  if (paper) {
    player.at(paper.at, async () => {
      await print(player, key)
      await sign(player, key, paper.refused)
    })
    player.at(paper.againAt, async () => {
      await print(player, key)
      await sign(player, key, false)
    })
  }
  player.at(fact.opinionAt, () => player.on('visits', key, v.giveOpinionCommand, { text: '属实' }))
  const said = () => ({ at: player.desk.at(), result: '已处理' })
  player.at(feedback.at, () => player.on('visits', key, v.giveFeedbackCommand, said()))
  if (!closedWithMonth) player.at(fact.closedAt, () => player.on('visits', key, v.closeVisitCommand, {}))
  player.at(fact.voidAt, () => player.on('visits', key, v.voidVisitCommand, reason))
}

function givenOf(player: Player, { at, unit, way, said, feedback }: VisitFact): v.VisitGiven {
  const appointmentAt = way === 'doorstep' ? stored(at) : null
  const parts = { management: '', services: '', needs: '', community: '', other: '', ...said }
  return {
    plan: { person: player.personOf(unit), way: way as VisitWay, appointmentAt, visitor: '' },
    findings: {
      visitedAt: stored(at),
      parts,
      feedbackNeeded: feedback.needed,
      feedbackDueOn: feedback.needed ? '2027-01-01' : null,
    },
    privateNotes: '',
  }
}

async function print(player: Player, key: string): Promise<void> {
  const digest = contentDigest(await player.record('visits', key))
  const sheet = { form: VISIT_RECORD_FORM, digest, way: 'printer' as const, copies: 1 }
  await player.on('visits', key, v.visitPaper.markPrinted, sheet)
}

async function sign(player: Player, key: string, refused: boolean): Promise<void> {
  const outcome = refused ? ('refused' as const) : ('signed' as const)
  const said = { by: '住户', at: player.desk.at(), reason: refused ? '不愿签' : '' }
  await player.on('visits', key, v.visitPaper.recordSignature, { form: VISIT_RECORD_FORM, outcome, ...said })
}

/** Sends a month to the director, who says 采纳 or 不采纳 to every suggestion. */
export function playVisitMonth(
  player: Player,
  { month, submittedAt, decidedAt, refusedPart }: VisitMonthFact,
): void {
  const { desk } = player
  const revOf = async () => (await visitMonthView(desk.db, month)).record?.rev ?? 0
  player.at(submittedAt, async () => {
    await desk.run(months.submitMonthCommand, { id: month, rev: await revOf(), opinion: '按计划完成' })
  })
  player.at(decidedAt, async () => {
    for (const suggestion of (await visitMonthView(desk.db, month)).suggestions) {
      const verdict = suggestion.part === refusedPart ? ('notAdopted' as const) : ('adopted' as const)
      const said = { id: month, rev: await revOf(), suggestion, verdict, note: '下月安排' }
      await desk.run(months.decideSuggestionCommand, said)
    }
    await desk.run(months.summarizeMonthCommand, { id: month, rev: await revOf(), text: '总体满意' })
  })
}

/** 季度回访 lists, with those that are not called. */
export function playRound(player: Player, { id, at, units, skipped }: RoundFact): void {
  const { desk } = player
  const source = { kind: 'free' as const, recordId: null, number: '' }
  player.at(at, async () => {
    const targets = units.map((unit) => {
      const { unitId, name, phone, unitCode } = player.personOf(unit)
      return { unitId, unitCode, name, phone, source, day: null }
    })
    await desk.run(rounds.addTargetsCommand, { round: id, targets })
    for (const unit of skipped) {
      await desk.run(rounds.skipTargetCommand, {
        round: id,
        targetId: await targetOf(player, id, unit),
        ...reason,
      })
    }
  })
}

async function targetOf(player: Player, round: string, unit: string): Promise<string> {
  const { targets } = (await player.desk.db.of('returnRounds').get(round)) ?? { targets: [] }
  return targets.find(({ unitCode }) => unitCode === unit)?.id ?? ''
}

/** Plans a 回访 of its own. */
export function playCall(player: Player, fact: CallFact, { visits }: YearFacts): void {
  const { key, at, typedAt, unit, source, grade, round } = fact
  player.at(typedAt, async () => {
    const followed = source === 'suggestion' ? visits.find((visit) => visit.typedAt < typedAt) : undefined
    const entry = {
      person: player.personOf(unit),
      source: {
        kind: source as 'free' | 'repair' | 'suggestion',
        recordId: followed ? player.idOf(followed.key) : null,
        // Of a repair, or of what stands on paper only, there is just a number.
        number: source === 'free' || followed ? '' : '客服-WX-2025-0001',
      },
      visitedAt: stored(at),
      way: 'phone' as const,
      content: '一切正常',
      satisfaction: grade as Satisfaction,
      visitedBy: '',
    }
    const targetId = round === '' ? '' : await targetOf(player, round, unit)
    player.know(key, await player.desk.run(calls.registerReturnVisitCommand, { entry, round, targetId }))
  })
  player.at(fact.voidAt, () => player.on('returnVisits', key, calls.voidReturnVisitCommand, reason))
}
