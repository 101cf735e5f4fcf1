import { type CommandRule, type Lifecycle, lifecycleOf } from '../register/lifecycle'
import { type RecordRules, recordRules } from '../register/rules'
import type { Duty } from '../register/types'
import { opinionDue, summaryDue } from '../visit/month'
import { VISIT_MONTH_STATES, type VisitMonth, type VisitMonthState } from './types'

const MONTHS = VISIT_MONTH_STATES.filter((state) => state !== 'void')

/** 进行中 → 已送主任 → 已总结; the director may take the last step back. A month is never void. */
export const VISIT_MONTH_COMMANDS = {
  open: { permission: 'record.process', from: [], to: ['running'] },
  takeSnapshot: { permission: 'record.process', from: MONTHS, to: ['stay'] },
  // Again where a sheet came in late: the director sums up anew.
  submit: {
    permission: 'record.process',
    from: ['running', 'submitted', 'summarized'],
    to: ['submitted', 'stay'],
  },
  decide: { permission: 'month.approve', from: ['submitted'], to: ['stay'] },
  summarize: { permission: 'month.approve', from: ['submitted'], to: ['summarized'] },
  void: { permission: 'record.void', from: [], to: ['void'] },
  undo: { permission: 'record.process', from: MONTHS, to: ['running', 'submitted'] },
  markPrinted: { permission: 'record.print', from: MONTHS, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: MONTHS, to: ['stay'] },
  fileScan: { permission: 'record.process', from: MONTHS, to: ['stay'] },
  attach: { permission: 'record.process', from: MONTHS, to: ['stay'] },
  link: { permission: 'record.process', from: MONTHS, to: ['stay'] },
  unlink: { permission: 'record.process', from: MONTHS, to: ['stay'] },
} as const satisfies Record<string, CommandRule<VisitMonthState>>
export type VisitMonthCommand = keyof typeof VISIT_MONTH_COMMANDS

/** What a month waits for, kept as its duty: `submit` by the 5th, `summary` by the 10th (domain 8). */
export function monthDuty({ id, state, visited }: Pick<VisitMonth, 'id' | 'state' | 'visited'>): Duty | null {
  if (!visited) return null
  if (state === 'running') return { kind: 'submit', dueAt: opinionDue(id) }
  return state === 'submitted' ? { kind: 'summary', dueAt: summaryDue(id) } : null
}

/** The months of visits as records: role, state, steps and duty. */
export const visitMonthLife: Lifecycle<VisitMonth, VisitMonthCommand> = lifecycleOf<
  VisitMonth,
  VisitMonthCommand
>({
  noun: 'visitMonth',
  commands: VISIT_MONTH_COMMANDS,
  ended: ['summarized'],
  settle: (record) => ({ ...record, duty: monthDuty(record) }),
})

/** Paper, 附件 and 撤销 of a month, as of every record. */
export const visitMonthRules: RecordRules<VisitMonth> = recordRules<VisitMonth, VisitMonthCommand>(
  visitMonthLife,
  { undoable: ['decide', 'summarize'] },
)
