import { instantOf } from '../../util/civilTime'
import type { Result } from '../../util/result'
import { DEFAULT_SETTINGS } from '../office/settings'
import type { Role } from '../office/types'
import { NO_PERSON } from '../register/person'
import type { Instant, RuleContext } from '../register/types'
import { emptyReport } from './blank'
import * as commands from './commands'
import type { Incident, IncidentReport } from './types'

/** Builders for the tests of incidents; the product never imports this file. */

/** The event of every sample, and when its first moment was written down. */
export const OCCURRED_AT = instantOf('2026-11-20', '21:40')
export const REGISTERED_AT = instantOf('2026-11-20', '21:45')

const NAMES: Record<Role, string> = {
  clerk: '小林',
  supervisor: '周主管',
  director: '陈主任',
  viewer: '查阅',
}

/** A context at an instant, in a role, with ids that count up. `userId` tells a second clerk from the first. */
export function contextAt(now: Instant, role: Role = 'clerk', userId = `u-${role}`): RuleContext {
  let ids = 0
  return {
    now,
    actor: { userId, name: NAMES[role], role },
    newId: () => {
      ids += 1
      return `id-${now}-${ids}`
    },
    settings: DEFAULT_SETTINGS,
  }
}

/** The accepted value; a refusal fails the test with its key. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key} ${result.refusal.field ?? ''}`)
  return result.value
}

/** The key of a refusal, or `accepted`. */
export function refusalOf<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : result.refusal.key
}

export function reportOf(change: Partial<IncidentReport> = {}): IncidentReport {
  return {
    ...emptyReport(OCCURRED_AT),
    kind: 'waterLeak',
    place: '5号楼2单元15层管井',
    ...change,
  }
}

/** Everything that submission asks for. */
const WRITTEN = {
  course: '立管接头脱开，关阀抢修。',
  severity: 'minor',
  prevention: '每季度查一次管井。',
} as const

export function registered(change: Partial<IncidentReport> = {}): Incident {
  const given = { number: '客服-SG-2026-0001', year: 2026, seq: 1 }
  const input = { given, report: reportOf(change), reportedBy: '', parties: [] }
  return accepted(commands.register(input, contextAt(REGISTERED_AT)))
}

export const SUBMITTED_AT = instantOf('2026-11-21', '09:30')
export const VERIFIED_AT = instantOf('2026-11-21', '10:00')
export const APPROVED_AT = instantOf('2026-11-21', '15:00')

export function submitted(change: Partial<IncidentReport> = {}): Incident {
  return accepted(commands.submit(registered({ ...WRITTEN, ...change }), {}, contextAt(SUBMITTED_AT)))
}

export function verified(change: Partial<IncidentReport> = {}): Incident {
  const ctx = contextAt(VERIFIED_AT, 'supervisor')
  return accepted(commands.verify(submitted(change), { words: '属实' }, ctx))
}

export function approved(change: Partial<IncidentReport> = {}): Incident {
  const record = verified({ severity: 'major', ...change })
  return accepted(commands.approve(record, { words: '同意' }, contextAt(APPROVED_AT, 'director')))
}

export function archived(change: Partial<IncidentReport> = {}): Incident {
  return accepted(commands.archive(approved(change), {}, contextAt(APPROVED_AT)))
}

export function voided(): Incident {
  return accepted(
    commands.voidRecord(registered(), { reason: '登记两次' }, contextAt(VERIFIED_AT, 'supervisor')),
  )
}

/** A record in which every sensitive place holds a word of its own, to be looked for where it must not be. */
export function telling(change: Partial<IncidentReport> = {}): Incident {
  const record = registered({ ...WRITTEN, origin: '秘起因', course: '秘经过', place: '秘地点', ...change })
  const person = { ...NO_PERSON, name: '秘姓名', phone: '13812345678', unitCode: '秘房号', unitId: 'unit-1' }
  return {
    ...record,
    parties: [{ id: 'p1', role: 'victim', person, note: '秘备注' }],
    witnesses: [{ id: 'w1', person: { ...person, name: '秘证人' }, statement: '秘证言' }],
    injuries: [{ id: 'j1', who: '秘姓名', condition: '秘伤情', treatment: '秘医院' }],
    losses: [{ id: 'l1', item: '秘物品', amount: 120, owner: '秘姓名' }],
    timeline: [{ id: 't1', at: OCCURRED_AT, text: '秘时间线', by: '小林', userId: 'u-clerk', struck: null }],
    notifications: [{ id: 'n1', told: '秘被通知', toldAt: OCCURRED_AT, toldBy: '小林', words: '秘话' }],
    calls: [
      {
        id: 'c1',
        service: 'police',
        calledAt: OCCURRED_AT,
        calledBy: '小林',
        arrivedAt: null,
        receipt: '秘回执',
      },
    ],
    compensations: [
      {
        id: 'k1',
        amount: 50,
        paidBy: '秘赔付',
        agreedBy: '秘同意',
        outcome: 'open',
        settledAt: null,
        note: '秘附言',
      },
    ],
    details: { leakSource: '秘来源' },
    supplements: [{ id: 's1', seq: 1, text: '秘补充', at: OCCURRED_AT, by: '小林', attachmentIds: [] }],
    insurance: {
      insurer: '秘保险',
      policyNumber: '秘保单',
      reportedAt: null,
      claimNumber: '秘报案',
      note: '秘',
    },
    links: [{ table: 'complaints', id: 'x', number: '秘编号', relation: 'related' }],
  }
}
