import { addHours } from '../../util/civilTime'
import { type CommandRule, type Lifecycle, lifecycleOf } from '../register/lifecycle'
import type { Objection } from '../register/objections'
import { type RecordRules, recordRules } from '../register/rules'
import type { Duty } from '../register/types'
import { refuse } from '../../util/result'
import { mayRead } from './reading'
import { CORRECTION_STATES, type Correction, type CorrectionState } from './types'

const OPEN = ['requested', 'verified'] as const

/** Within how many hours each of the two who agree looks at it. */
const LOOK_WITHIN_HOURS = 72

/** 待核 → 待批 → 已更正, or 不同意 (domain 12). What was applied is put right by another one only. */
export const CORRECTION_COMMANDS = {
  request: { permission: 'record.process', from: [], to: ['requested'] },
  /** 同意 of the supervisor. */
  verify: { permission: 'record.verify', from: ['requested'], to: ['verified'] },
  /** 同意 of the director: the record is changed in the same transaction. */
  apply: { permission: 'month.approve', from: ['verified'], to: ['applied'] },
  reject: { permission: 'record.verify', from: OPEN, to: ['rejected'] },
  void: { permission: 'record.void', from: OPEN, to: ['void'] },
  undo: { permission: 'record.process', from: CORRECTION_STATES, to: OPEN },
  markPrinted: { permission: 'record.print', from: CORRECTION_STATES, to: ['stay'] },
  recordSignature: { permission: 'record.print', from: CORRECTION_STATES, to: ['stay'] },
  fileScan: { permission: 'record.process', from: CORRECTION_STATES, to: ['stay'] },
  attach: { permission: 'record.process', from: OPEN, to: ['stay'] },
  link: { permission: 'record.process', from: CORRECTION_STATES, to: ['stay'] },
  unlink: { permission: 'record.process', from: CORRECTION_STATES, to: ['stay'] },
} as const satisfies Record<string, CommandRule<CorrectionState>>
export type CorrectionCommand = keyof typeof CORRECTION_COMMANDS

/** What a 更正单 waits for. */
export function correctionDuty({ state, createdAt, verification }: Correction): Duty | null {
  if (state === 'requested')
    return { kind: 'verifyCorrection', dueAt: addHours(createdAt, LOOK_WITHIN_HOURS) }
  if (state !== 'verified') return null
  return { kind: 'applyCorrection', dueAt: addHours(verification?.at ?? createdAt, LOOK_WITHIN_HOURS) }
}

const base = lifecycleOf<Correction, CorrectionCommand>({
  noun: 'correction',
  commands: CORRECTION_COMMANDS,
  ended: ['applied', 'rejected'],
  settle: (record) => ({ ...record, duty: correctionDuty(record) }),
})

/** Role, state, and whether the actor may read the record: `correction.restricted` where not. */
function objectionTo(...[command, record, ctx]: Parameters<typeof base.objectionTo>): Objection {
  const objection = base.objectionTo(command, record, ctx)
  if (objection || !record) return objection
  // Whoever asks hands over the record itself; the state alone is enough for the rules of the table only.
  return mayRead(record as Correction, ctx.actor) ? null : refuse('correction.restricted')
}

/** 更正单 as a register: role, state, reader, steps and duty of every command. */
export const correctionLife: Lifecycle<Correction, CorrectionCommand> = { ...base, objectionTo }

/** What a 更正单 has in common with every record. */
export const correctionRules: RecordRules<Correction> = recordRules<Correction, CorrectionCommand>(
  correctionLife,
  { undoable: ['verify', 'reject'] },
)
