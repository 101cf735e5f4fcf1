import { CAUSES, NATURES, SEVERITIES } from '../../../shared/domain/complaint/types'
import type { Role } from '../../../shared/domain/office/types'
import * as complaints from '../../data/commands/complaints'
import { applyCorrectionCommand, verifyCorrectionCommand } from '../../data/commands/corrections'
import { decideDisputeCommand } from '../../data/commands/disputes'
import { savePersonCommand } from '../../data/commands/households'
import { amendLostItemCommand, registerLostItemCommand } from '../../data/commands/lostItems'
import { reopenMonthCommand } from '../../data/commands/monthReviews'
import { changeSettingsCommand } from '../../data/commands/office'
import { eraseCommand, type EraseInput } from '../../data/commands/privacy'
import type { CommandSpec } from '../../data/core/commandRunner'
import { intakeOf } from '../../data/testing/complaints'
import { askFor } from '../../data/testing/corrections'
import { lostItemOf } from '../../data/testing/lost'
import { signMonth } from '../../data/testing/months'
import type { TestOffice } from '../../data/testing/office'
import type { Machine } from './machine'

type Row = Record<string, unknown>

/** The month that the story signs; everything registered before it began is of this month. */
export const MONTH = '2026-02'

/** Something that somebody does at a machine. `word` is typed somewhere, and nowhere else. */
interface Doing {
  machine: Machine
  word: string
  /** Any number: which record, which value. */
  pick: number
}

/** Answers whether the machine accepted it. */
type Deed = (doing: Doing) => Promise<boolean>

/** A machine as the helpers of the data tests know an office. */
export function officeOf(machine: Machine): TestOffice {
  const { db, runner, session, lines, now } = machine
  const clock = { now, freeBytes: null, journalWorks: true }
  const signInAs = (role: Role) => machine.as(role)
  return { db, env: runner.env, session, runner, lines, changes: [], clock, signInAs }
}

function one<T>(values: readonly T[], pick: number): T {
  const value = values[pick % values.length]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

async function rowAt(machine: Machine, table: 'complaints' | 'lostItems' | 'persons', pick: number) {
  const rows: Row[] = await machine.db.table(table).toArray()
  return rows.length > 0 ? one(rows, pick) : null
}

async function run<I, O>(machine: Machine, role: Role, spec: CommandSpec<I, O>, input: I): Promise<boolean> {
  await machine.as(role)
  return (await machine.runner.run(spec, input)).ok
}

/** A command on one of the complaints. */
function onComplaint<I extends object, O>(
  role: Role,
  spec: CommandSpec<I & { id: string; rev: number }, O>,
  inputOf: (doing: Doing, row: Row) => I,
): Deed {
  return async (doing) => {
    const row = await rowAt(doing.machine, 'complaints', doing.pick)
    if (!row) return false
    const input = { ...inputOf(doing, row), id: String(row['id']), rev: Number(row['rev']) }
    return run(doing.machine, role, spec, input)
  }
}

const intake = (row: Row) => row['intake'] as ReturnType<typeof intakeOf>
const amended = (change: (word: string, row: Row) => Partial<ReturnType<typeof intakeOf>>) =>
  onComplaint('clerk', complaints.amendIntakeCommand, ({ word }, row) => ({
    intake: { ...intake(row), ...change(word, row) },
  }))

const register: Deed = async ({ machine, word }) =>
  run(machine, 'clerk', complaints.registerComplaintCommand, {
    intake: intakeOf(word, { registeredAt: machine.now }),
    receivedBy: '',
  })

const find: Deed = ({ machine, word }) =>
  run(machine, 'clerk', registerLostItemCommand, {
    intake: lostItemOf({ features: word, handedInAt: machine.now }),
  })

const person: Deed = async ({ machine, word, pick }) => {
  const known = await rowAt(machine, 'persons', pick)
  const isNew = !known || pick % 3 === 0
  const input = {
    id: isNew ? null : String(known['id']),
    name: word,
    phones: [],
    idLastFour: '',
    residences: [],
  }
  return run(machine, 'clerk', savePersonCommand, input)
}

const sign: Deed = async ({ machine }) => {
  try {
    await signMonth(officeOf(machine), MONTH)
    return true
  } catch {
    return false
  }
}

const reopen: Deed = async ({ machine, word }) => {
  const review = await machine.db.of('monthReviews').get(MONTH)
  return review
    ? run(machine, 'director', reopenMonthCommand, { id: MONTH, rev: review.rev, reason: word })
    : false
}

const correct: Deed = async ({ machine, word, pick }) => {
  const row = await rowAt(machine, 'complaints', pick)
  if (!row) return false
  const changes = [{ path: 'intake.place', before: intake(row).place, after: word }]
  const office = officeOf(machine)
  await machine.as('clerk')
  const asked = await askFor(office, 'complaints', String(row['id']), { changes, reason: '听错' })
  if (!asked.ok) return false
  const { id } = asked.value.value
  const rev = async () => (await machine.db.of('corrections').get(id))?.rev ?? 0
  await run(machine, 'supervisor', verifyCorrectionCommand, { id, rev: await rev(), words: '属实' })
  await run(machine, 'director', applyCorrectionCommand, { id, rev: await rev(), words: '' })
  return true
}

const decide: Deed = async ({ machine, pick }) => {
  const open = (await machine.db.of('disputes').toArray()).filter(({ state }) => state === 'open')
  if (open.length === 0) return false
  const { id, table, recordId, fields } = one(open, pick)
  const row = (await machine.db.table(table).get(recordId)) as Row | undefined
  const chosen = fields.map(({ path }) => path)
  const choice = one([{ way: 'keep' }, { way: 'whole' }, { way: 'fields', chosen }] as const, pick)
  const rev = typeof row?.['rev'] === 'number' ? row['rev'] : null
  return run(machine, 'director', decideDisputeCommand, { id, rev, choice, sure: true } as never)
}

/** Only what has ended is erased; what has not is voided first. */
const erase: Deed = async ({ machine, pick }) => {
  const row = await rowAt(machine, 'complaints', pick)
  if (!row) return false
  const id = String(row['id'])
  await run(machine, 'director', complaints.voidComplaintCommand, {
    id,
    rev: Number(row['rev']),
    reason: '撤回',
  })
  const order: EraseInput = {
    records: [{ table: 'complaints', id }],
    reason: '本人要求',
    basis: 'consentWithdrawn',
  }
  return run(machine, 'director', eraseCommand, order)
}

const setting: Deed = ({ machine, pick }) =>
  run(machine, 'director', changeSettingsCommand, {
    [one(['replyWithinDays', 'returnVisitWithinHours', 'spotCheckSize'], pick)]: 3 + (pick % 5),
  })

/** What is done at the desks, by name. */
export const DEEDS = {
  register,
  place: amended((place) => ({ place })),
  remedy: amended((remedy) => ({ remedy })),
  content: amended((content) => ({ content })),
  name: amended((name, row) => ({ complainant: { ...intake(row).complainant, name } })),
  judge: onComplaint('supervisor', complaints.judgeCommand, ({ pick }) => ({
    nature: one(NATURES.slice(0, 2), pick),
    severity: one(SEVERITIES, pick),
    cause: one(CAUSES, pick),
  })),
  assign: onComplaint('supervisor', complaints.assignCommand, ({ word }) => ({
    department: '维修班',
    responsible: word,
    promisedAt: null,
  })),
  measures: onComplaint('clerk', complaints.recordHandlingCommand, ({ word }) => ({ measures: word })),
  investigate: onComplaint('clerk', complaints.recordHandlingCommand, ({ word }) => ({
    investigation: word,
  })),
  complete: onComplaint('clerk', complaints.completeCommand, ({ machine, word }) => ({
    measures: word,
    completedAt: machine.now,
  })),
  answer: onComplaint('clerk', complaints.answerCommand, ({ machine, word }) => ({
    content: word,
    way: 'phone' as const,
    answeredAt: machine.now,
    answeredBy: '',
  })),
  visit: onComplaint('clerk', complaints.recordReturnVisitCommand, ({ machine, word, pick }) => ({
    visitedAt: machine.now,
    way: 'phone' as const,
    visitedBy: '',
    outcome: one(['satisfied', 'notReached', 'dissatisfied'] as const, pick),
    words: word,
  })),
  close: onComplaint('supervisor', complaints.closeCommand, ({ word }) => ({ summary: word })),
  void: onComplaint('supervisor', complaints.voidComplaintCommand, ({ word }) => ({ reason: word })),
  find,
  features: (async (doing) => {
    const row = await rowAt(doing.machine, 'lostItems', doing.pick)
    if (!row) return false
    const features = { ...(row['intake'] as ReturnType<typeof lostItemOf>), features: doing.word }
    const input = { id: String(row['id']), rev: Number(row['rev']), intake: features }
    return run(doing.machine, 'clerk', amendLostItemCommand, input)
  }) satisfies Deed,
  person,
  setting,
  sign,
  reopen,
  correct,
  decide,
  erase,
} satisfies Record<string, Deed>

export type DeedName = keyof typeof DEEDS
