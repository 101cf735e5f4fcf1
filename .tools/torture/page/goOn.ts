import * as c from '../../../renderer/data/commands/complaints'
import { noteIncidentCommand } from '../../../renderer/data/commands/incidents'
import { reserveLostItemsCommand } from '../../../renderer/data/commands/lostItems'
import { savePhraseCommand } from '../../../renderer/data/commands/phrases'
import { recordTryCommand } from '../../../renderer/data/commands/users'
import { CAUSES, type Complaint } from '../../../shared/domain/complaint/types'
import type { Chance } from '../../bench/page/chance'
import { CREW_NAMES, madeUpName, madeUpSeverity } from '../../bench/page/madeUp'
import { type Answer, acknowledgedRecord, plainly } from './answers'
import { data } from './office'

/** How far back a complaint is taken up again. */
const RECENT = 30

/** The next step of one of the newest complaints, whatever that is. */
export async function goOn(chance: Chance): Promise<Answer> {
  const recent = await data.db.of('complaints').orderBy('id').reverse().limit(RECENT).toArray()
  if (recent.length === 0) return { refused: 'none' }
  const complaint = chance.pick(recent)
  return acknowledgedRecord('complaints', await stepOf(complaint, chance))
}

function stepOf({ id, rev, state }: Complaint, chance: Chance) {
  const on = { id, rev }
  const at = data.ports.now()
  const way = 'phone' as const
  switch (state) {
    case 'accepted': {
      const judgement = {
        nature: 'valid' as const,
        severity: madeUpSeverity(chance),
        cause: chance.pick(CAUSES),
      }
      return chance.below(20) === 0
        ? data.run(c.voidComplaintCommand, { ...on, reason: '重复登记' })
        : data.run(c.judgeCommand, { ...on, ...judgement })
    }
    case 'judged': {
      const to = { department: chance.pick(CREW_NAMES), responsible: madeUpName(chance) }
      return data.run(c.assignCommand, { ...on, ...to, promisedAt: null })
    }
    case 'inProgress':
      return data.run(c.completeCommand, { ...on, measures: '已更换并试用', completedAt: at })
    case 'handled': {
      const visit = { visitedAt: at, way, visitedBy: '', outcome: 'satisfied' as const, words: '修好了' }
      return data.run(c.recordReturnVisitCommand, { ...on, ...visit })
    }
    default:
      return data.run(c.answerCommand, { ...on, answeredAt: at, way, content: '已答复', answeredBy: '' })
  }
}

/** A line in the 时间线 of the newest event. */
export async function noteIncident(chance: Chance): Promise<Answer> {
  const newest = await data.db.of('incidents').orderBy('id').last()
  if (!newest) return { refused: 'none' }
  const note = { id: newest.id, text: `${madeUpName(chance)}到场`, at: null }
  return acknowledgedRecord('incidents', await data.run(noteIncidentCommand, note))
}

/** Numbers for blank sheets: several in one transaction. */
export async function reserve(chance: Chance): Promise<Answer> {
  const saved = await data.run(reserveLostItemsCommand, { count: 1 + chance.below(4) })
  return plainly('lostItem.reserve', saved)
}

/** What is on the desk besides records: a phrase, and somebody who mistypes the PIN. */
export async function aside(chance: Chance): Promise<Answer> {
  if (chance.below(2) === 0) {
    const phrase = { field: 'complaint.content', text: `常用语${chance.below(1e9)}` }
    return plainly('phrase.save', await data.run(savePhraseCommand, phrase))
  }
  const userId = data.session.actor()?.userId ?? ''
  await data.run(recordTryCommand, { userId, right: false })
  return plainly('user.try', await data.run(recordTryCommand, { userId, right: true }))
}
