import { z } from 'zod'
import { register as registerComplaint } from '../../../shared/domain/complaint/commands'
import type { Channel, ContactWay } from '../../../shared/domain/complaint/types'
import { withLink } from '../../../shared/domain/register/links'
import type { RecordLink } from '../../../shared/domain/register/types'
import { markCalled, withoutCall } from '../../../shared/domain/returnVisit'
import * as decide from '../../../shared/domain/returnVisit/commands'
import type { ReturnVisitEntry, ReturnVisitRecord } from '../../../shared/domain/returnVisit/types'
import { returnVisitEntrySchema } from '../../../shared/schema/visit'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTable } from '../core/tables'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import {
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  type SavedRecord,
  saved,
  text,
  withUnit,
} from './recordCommand'
import { registerOf } from './registerRules'

/** A return visit, and the target of a 季度回访 that it calls: '' outside a round. */
export interface ReturnVisitGiven {
  entry: ReturnVisitEntry
  round: string
  targetId: string
}

/** The records that a return visit can follow up in this app. */
const FOLLOWED = { complaint: 'complaints', suggestion: 'visits' } as const

const SOURCES: RecordTable[] = ['complaints', 'visits', 'units']

/** 回访登记: with its number, its link to what it follows up, and its place in the round, in one transaction (domain 8). */
export const registerReturnVisitCommand: CommandSpec<ReturnVisitGiven, SavedRecord> = {
  name: 'returnVisit.register',
  permission: 'record.register',
  tables: ['returnVisits', 'returnRounds', ...SOURCES],
  input: z.strictObject({ entry: returnVisitEntrySchema, round: text, targetId: z.string() }),
  run: async (tx, { entry, round, targetId }) => {
    const given = await tx.nextNumber('HF')
    const source = await sourceOf(tx, entry)
    const tied = { ...entry, person: await withUnit(tx, entry.person), source: source.said }
    const made = decide.register(given, { entry: tied, round }, source.link, tx.ctx)
    if (!made.ok) return made
    const linked = await linkSource(tx, source.link, made.value)
    if (!linked.ok) return linked
    const called = targetId === '' ? accept(null) : await callTarget(tx, round, targetId, made.value.id)
    return called.ok ? putDecided(tx, 'returnVisits', made) : called
  },
}

/** 更正 */
export const amendReturnVisitCommand = entryCommand('amend', 'record.process', decide.amend)

/** 补录 of a blank row with a reserved number. */
export const fillInReturnVisitCommand = entryCommand('fillIn', 'record.register', decide.fillIn)

const voidAlone = voidCommand('returnVisits')

/** 作废: the number stays, and the household of a 季度回访 that it called waits again. */
export const voidReturnVisitCommand: typeof voidAlone = {
  ...voidAlone,
  tables: ['returnVisits', 'returnRounds'],
  run: async (tx, given) => {
    const gone = await voidAlone.run(tx, given)
    const record = gone.ok ? await tx.get('returnVisits', given.id) : undefined
    const round = record?.round ? await tx.get('returnRounds', record.round) : undefined
    const released = round && withoutCall(round, given.id, tx.ctx)
    if (released) await tx.put('returnRounds', released)
    return gone
  },
}

/** 撤销 of the last step. */
export const undoReturnVisitCommand = undoCommand('returnVisits')

/** Printing, signing and filing of 《回访工作记录表》. */
export const returnVisitPaper = paperCommands('returnVisits')

/** Most blank rows that are given out at once. */
const MOST_RESERVED_AT_ONCE = 20

/** 留号: numbers for the blank rows of a sheet, each with its record in the same transaction (domain 2). */
export const reserveReturnVisitsCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'returnVisit.reserve',
  permission: 'record.register',
  tables: ['returnVisits'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED_AT_ONCE) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const decided = decide.reserve(await tx.nextNumber('HF'), tx.ctx)
      const record = await putDecided(tx, 'returnVisits', decided)
      if (!record.ok) return record
      records.push(record.value)
    }
    return accept({ records })
  },
}

/** 登记投诉 after a C 不满意: the complaint in the person's words, linked on both sides, in one transaction. */
export const complainCommand: CommandSpec<
  OnRecord<{ content: string }>,
  SavedRecord & { complaint: SavedRecord }
> = {
  name: 'returnVisit.complain',
  permission: 'record.register',
  tables: ['returnVisits', 'complaints'],
  input: z.strictObject({ ...onRecord, content: text }),
  run: async (tx, { id, rev, content }) => {
    const record = await readRecord(tx, 'returnVisits', id, rev)
    if (!record.ok) return record
    const { entry } = record.value
    if (!entry) return refuse('returnVisit.noComplaintOffered')
    const opened = registerComplaint(
      {
        given: await tx.nextNumber('TS'),
        intake: {
          registeredAt: tx.ctx.now,
          channel: CHANNEL_OF_WAY[entry.way],
          complainant: { anonymous: false, ...entry.person },
          subject: '',
          occurredAt: null,
          place: '',
          content,
          remedy: '',
          lossOrInjury: false,
        },
        receivedBy: entry.visitedBy,
      },
      tx.ctx,
    )
    if (!opened.ok) return opened
    const complaint = { ...opened.value, links: [linkTo('returnVisits', record.value)] }
    const next = decide.complain(record.value, linkTo('complaints', complaint), tx.ctx)
    if (!next.ok) return next
    await tx.put('complaints', complaint)
    await tx.put('returnVisits', next.value)
    return accept({ ...saved(next.value), complaint: saved(complaint) })
  },
}

const CHANNEL_OF_WAY: Record<ContactWay, Channel> = {
  phone: 'phone',
  doorstep: 'visit',
  office: 'visit',
  written: 'letter',
  message: 'phone',
  other: 'staff',
}

function linkTo(table: string, { id, number }: { id: string; number: string }): RecordLink {
  return { table, id, number, relation: 'returnVisit' }
}

function entryCommand(
  name: string,
  permission: 'record.process' | 'record.register',
  rule: typeof decide.amend,
): CommandSpec<OnRecord<{ entry: ReturnVisitEntry }>, SavedRecord> {
  return {
    name: `returnVisit.${name}`,
    permission,
    tables: ['returnVisits', ...SOURCES],
    input: z.strictObject({ ...onRecord, entry: returnVisitEntrySchema }),
    run: async (tx, { id, rev, entry }) => {
      const record = await readRecord(tx, 'returnVisits', id, rev)
      if (!record.ok) return record
      const { said, link } = await sourceOf(tx, entry)
      const tied = { ...entry, person: await withUnit(tx, entry.person), source: said }
      const decided = rule(record.value, { entry: tied }, tx.ctx)
      if (!decided.ok || !link || decided.value.links.some((one) => one.id === link.id)) {
        return putDecided(tx, 'returnVisits', decided)
      }
      // What it followed up before stays linked: both have it in their history.
      const linked = await linkSource(tx, link, decided.value)
      if (!linked.ok) return linked
      const links = withLink(decided.value.links, link)
      return putDecided(tx, 'returnVisits', accept({ ...decided.value, links }))
    },
  }
}

interface Source {
  said: ReturnVisitEntry['source']
  link: RecordLink | null
}

/** The record that a return visit follows up, by its id or its number; of a number on paper only the number is kept. */
async function sourceOf(tx: CommandTx, { source }: ReturnVisitEntry): Promise<Source> {
  const table = source.kind === 'complaint' || source.kind === 'suggestion' ? FOLLOWED[source.kind] : null
  if (!table) return { said: { ...source, recordId: null }, link: null }
  const record = source.recordId
    ? await tx.get(table, source.recordId)
    : (await tx.find(table, 'number', source.number.trim()))[0]
  if (!record) return { said: { ...source, recordId: null }, link: null }
  const { id, number } = record
  return { said: { ...source, recordId: id, number }, link: linkTo(table, { id, number }) }
}

/** The other side of the link: the complaint or visit names the return visit too (domain 10). */
async function linkSource(
  tx: CommandTx,
  link: RecordLink | null,
  made: ReturnVisitRecord,
): Promise<Result<null>> {
  if (link?.table === 'complaints') return linkOne(tx, 'complaints', link.id, made)
  return link ? linkOne(tx, 'visits', link.id, made) : accept(null)
}

async function linkOne<K extends 'complaints' | 'visits'>(
  tx: CommandTx,
  table: K,
  id: string,
  made: ReturnVisitRecord,
): Promise<Result<null>> {
  const record = await tx.get(table, id)
  if (!record) return refuse('record.missing')
  const other = linkTo('returnVisits', made)
  const linked = await putDecided(tx, table, registerOf(table).rules.link(record, { other }, tx.ctx))
  return linked.ok ? accept(null) : linked
}

async function callTarget(
  tx: CommandTx,
  roundId: string,
  targetId: string,
  returnVisitId: string,
): Promise<Result<null>> {
  const round = await tx.get('returnRounds', roundId)
  if (!round) return refuse('record.missing')
  const called = markCalled(round, targetId, returnVisitId, tx.ctx)
  if (!called.ok) return called
  await tx.put('returnRounds', called.value)
  return accept(null)
}
