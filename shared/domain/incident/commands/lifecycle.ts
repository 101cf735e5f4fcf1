import { type Result, refuse } from '../../../util/result'
import { lifecycleOf } from '../../register/lifecycle'
import type { Objection } from '../../register/objections'
import { type OnForm, recordRules } from '../../register/rules'
import type { RuleContext } from '../../register/types'
import { nextDuty } from '../duty'
import { CUSTOMER_FORM } from '../paper'
import { mayRead, mayReadInjuries } from '../reading'
import { INCIDENT_COMMANDS, type IncidentCommand, isReportClosed } from '../states'
import type { Incident } from '../types'

const base = lifecycleOf<Incident, IncidentCommand>({
  noun: 'incident',
  commands: INCIDENT_COMMANDS,
  ended: ['approved', 'archived'],
  settle,
})

/** What goes on although the report is closed: see `isReportClosed`. */
const AFTER_CLOSING: ReadonlySet<IncidentCommand> = new Set<IncidentCommand>([
  'restrict',
  'supplement',
  'archive',
  'undo',
  'markPrinted',
  'recordSignature',
  'fileScan',
  'link',
  'unlink',
])

/**
 * Role, state, and whether the actor may read the record at all. Refusals: those of every lifecycle,
 * `incident.restricted`, `incident.isClosed` for a report that needed no director.
 */
function objectionTo(
  command: IncidentCommand,
  record: Incident | null,
  ctx: Pick<RuleContext, 'actor'>,
): Objection {
  const objection = base.objectionTo(command, record, ctx)
  const closed = record && isReportClosed(record) && !AFTER_CLOSING.has(command)
  if (closed && objection?.refusal.key !== 'office.notAllowed') return refuse('incident.isClosed')
  if (objection || !record) return objection
  return mayRead(record, ctx.actor) ? null : refuse('incident.restricted')
}

/** The state machine of domain 7: role, state, reader, one step a command, and what follows by itself. */
export const lifecycle = { ...base, objectionTo: objectionTo as typeof base.objectionTo }

export const { advance, begin } = lifecycle
export { objectionTo }

/** A line of the 时间线 is struck through, never taken back. */
const shared = recordRules<Incident, IncidentCommand>(
  { objectionTo: (command, record, ctx) => objectionTo(command, record as Incident | null, ctx), advance },
  {
    undoable: [
      'amend',
      'setDetails',
      'setParties',
      'setInjuries',
      'setLosses',
      'setNotifications',
      'setCalls',
      'setCompensations',
      'setWitnesses',
      'setInsurance',
      'mark',
      'unmark',
      'submit',
      'verify',
      'approve',
      'returnForRevision',
      'restrict',
      'archive',
    ],
  },
)

/** 《客户事故报告》 bears 伤情: only who sees those prints it, notes what was signed on it, and files it (domain 7). */
function onPaper<I extends OnForm>(
  rule: (record: Incident, input: I, ctx: RuleContext) => Result<Incident>,
): typeof rule {
  return (record, input, ctx) => {
    const withheld = input.form === CUSTOMER_FORM && !mayReadInjuries(record, ctx.actor)
    return withheld ? refuse('incident.injuriesWithheld') : rule(record, input, ctx)
  }
}

/** What every register's records have (domain 10). */
export const rules: typeof shared = {
  ...shared,
  markPrinted: onPaper(shared.markPrinted),
  recordSignature: onPaper(shared.recordSignature),
  signOnScreen: onPaper(shared.signOnScreen),
  fileScan: onPaper(shared.fileScan),
}

/**
 * What follows by itself: a 死亡 is 限阅, whoever has an injury was hurt, and what is due next. Fields that were taken
 * back leave no empty value behind.
 */
export function settle(record: Incident, ctx: Pick<RuleContext, 'settings'>): Incident {
  const { report, injuries, details } = record
  const settled: Incident = {
    ...record,
    report: { ...report, personHurt: report.personHurt || injuries.length > 0 },
    restricted: record.restricted || report.kind === 'death',
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => (value ?? null) !== null)),
  }
  return { ...settled, duty: nextDuty(settled, ctx.settings) }
}
