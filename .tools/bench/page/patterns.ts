import * as decide from '../../../shared/domain/complaint/commands'
import { CAUSES, type Complaint } from '../../../shared/domain/complaint/types'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { Actor, RuleContext } from '../../../shared/domain/register/types'
import { addHours } from '../../../shared/util/civilTime'
import type { Chance } from './chance'
import { CREW_NAMES, madeUpIntake, madeUpName, madeUpSeverity, madeUpText } from './madeUp'
import { accepted } from './office'

/** How a record of an earlier month stands, and one of the last. */
const ENDED = [...Array<Life>(97).fill('closed'), 'void', 'visited', 'inProgress'] as const
const RUNNING = ['accepted', 'judged', 'inProgress', 'handled', 'visited', 'closed', 'closed'] as const

type Life = 'accepted' | 'judged' | 'inProgress' | 'handled' | 'visited' | 'closed' | 'void'

/** Steps through the rules of a record's life, an hour or a day after each other. */
class Course {
  constructor(
    private now: string,
    readonly actor: Actor,
    private readonly newId: () => string,
  ) {}

  get at(): string {
    return this.now
  }

  later(hours: number): RuleContext {
    this.now = addHours(this.now, hours)
    return this.context()
  }

  context(): RuleContext {
    return { now: this.now, actor: this.actor, newId: this.newId, settings: DEFAULT_SETTINGS }
  }
}

function lived(record: Complaint, life: Life, course: Course, chance: Chance): Complaint {
  if (life === 'accepted') return record
  if (life === 'void') return accepted(decide.voidComplaint(record, { reason: '登记两次' }, course.later(1)))
  const judgement = { nature: 'valid', severity: madeUpSeverity(chance), cause: chance.pick(CAUSES) } as const
  let next = accepted(decide.judge(record, judgement, course.later(1)))
  if (life === 'judged') return next
  const crew = { department: chance.pick(CREW_NAMES), responsible: madeUpName(chance), promisedAt: null }
  next = accepted(decide.assign(next, crew, course.later(1)))
  if (life === 'inProgress') return next
  const done = course.later(30)
  const work = { investigation: madeUpText(chance), measures: madeUpText(chance), completedAt: course.at }
  next = accepted(decide.complete(next, work, done))
  const words = { way: 'phone', content: '已向业主说明处理结果，业主表示理解。', answeredBy: '' } as const
  next = accepted(decide.answer(next, { ...words, answeredAt: course.at }, course.later(1)))
  if (life === 'handled') return next
  const visit = { way: 'phone', visitedBy: '', outcome: 'satisfied', words: '修好了，谢谢。' } as const
  next = accepted(
    decide.recordReturnVisit(next, { ...visit, visitedAt: course.at }, course.later(20)),
  ).complaint
  if (life === 'visited') return next
  const closing = {
    summary: '按时处理，业主满意。',
    correctiveActionRef: '客服-JZ-2026-0001',
    headOfficeReportedAt: course.at,
  }
  return accepted(decide.close(next, closing, course.later(2)))
}

/**
 * Lives of records that began in one month, made by the rules themselves; `recent` for a month whose matters
 * mostly go on. The rules are too slow to make every single record of a bench: others are copies of these with
 * people, texts and numbers of their own.
 */
export function patternsOf(
  month: string,
  count: number,
  recent: boolean,
  actor: Actor,
  chance: Chance,
): Complaint[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(1 + chance.below(27)).padStart(2, '0')
    const at = `${month}-${day}T0${chance.below(9)}:${10 + chance.below(49)}:00.000Z`
    const course = new Course(at, actor, () => `pattern-${month}-${index}`)
    const intake = madeUpIntake(chance, at)
    const given = { number: '客服-TS-2026-0001', year: 2026, seq: 1 }
    const record = accepted(decide.register({ given, intake, receivedBy: '' }, course.context()))
    return lived(record, chance.pick(recent ? RUNNING : ENDED), course, chance)
  })
}
