import { z } from 'zod'
import * as visit from '../../../shared/domain/visit'
import { close, missingForClosing } from '../../../shared/domain/visit/commands'
import type { Visit } from '../../../shared/domain/visit/types'
import { suggestionsOf } from '../../../shared/domain/visitMonth'
import * as decide from '../../../shared/domain/visitMonth/commands'
import { VERDICTS, type VisitMonth } from '../../../shared/domain/visitMonth/types'
import { suggestionSchema } from '../../../shared/schema/visit'
import { accept, type Result } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { withoutListKeys } from '../core/rowTraits'
import { goalsOf, inMonth, withoutOpinion } from '../queries/visitIndex'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import { type OnRecord, onRecord, putDecided, readRecord, type SavedRecord, text } from './recordCommand'

/**
 * What the calendar does with the months of visits (domain 8): begins the month of the first visit, and keeps how many
 * households were occupied when a month ends. Run at sign-in and past midnight; where the machine was off at the month's
 * end, the first start after takes the count and marks it.
 */
export const keepMonthsCommand: CommandSpec<Record<never, never>, { kept: number }> = {
  name: 'visitMonth.keep',
  permission: 'record.process',
  tables: ['visits', 'visitMonths', 'units', 'office'],
  input: z.strictObject({}),
  run: async (tx) => {
    const known = new Map((await tx.all('visitMonths')).map((month) => [month.id, month]))
    const occupied = await tx.countOf('units', 'occupied')
    let kept = 0
    for (const id of await monthsToKeep(tx, [...known.values()])) {
      const before = known.get(id)
      const next = await keptMonth(tx, id, before ? withoutListKeys(before) : null, occupied)
      if (!next) continue
      await tx.put('visitMonths', next)
      kept += 1
    }
    return accept({ kept })
  },
}

/** The present month, the last one, and every one that was not sent yet or lacks its snapshot. */
async function monthsToKeep(tx: CommandTx, known: readonly VisitMonth[]): Promise<visit.MonthId[]> {
  const present = visit.monthOf(tx.ctx.now)
  const [office] = await tx.all('office')
  const last = visit.previousMonth(present)
  const began = office ? visit.monthOf(office.createdAt) : present
  const unfinished = known
    .filter(({ snapshot, state }) => !snapshot || state === 'running')
    .map(({ id }) => id)
  return [...new Set([...(last >= began ? [last] : []), present, ...unfinished])].sort()
}

async function keptMonth(
  tx: CommandTx,
  id: visit.MonthId,
  before: VisitMonth | null,
  occupied: number,
): Promise<VisitMonth | null> {
  const visited = (await tx.keysOf('visits', inMonth(id))).length > 0
  // A month that only runs on without visits is not worth a record yet.
  if (!before && !visited && !decide.isOver(id, tx.ctx.now)) return null
  const month = before ?? decide.openMonth(id, visited, tx.ctx)
  const seen = decide.withVisits(month, visited, tx.ctx)
  const counted = decide.takeSnapshot(seen ?? month, occupied, tx.ctx)
  return counted ?? seen ?? (before ? null : month)
}

/** 送主任: the month with the clerk's opinion; its visits that wait for nothing more are closed with it. */
export const submitMonthCommand: CommandSpec<
  OnRecord<{ opinion: string }>,
  SavedRecord & { closed: number }
> = {
  name: 'visitMonth.submit',
  permission: 'record.process',
  tables: ['visitMonths', 'visits'],
  input: z.strictObject({ ...onRecord, opinion: text }),
  run: async (tx, { id, rev, opinion }) => {
    const record = await readRecord(tx, 'visitMonths', id, rev)
    if (!record.ok) return record
    const missing = (await tx.keysOf('visits', withoutOpinion(id))).length
    const sent = await putDecided(
      tx,
      'visitMonths',
      decide.submit(record.value, { opinion }, missing, tx.ctx),
    )
    if (!sent.ok) return sent
    const closed = await closeFinished(tx, await tx.listed('visits', inMonth(id)))
    return closed.ok ? accept({ ...sent.value, closed: closed.value }) : closed
  },
}

async function closeFinished(tx: CommandTx, visits: readonly Visit[]): Promise<Result<number>> {
  const finished = visits.filter((one) => one.state === 'visited' && missingForClosing(one).length === 0)
  for (const one of finished) {
    const closed = await putDecided(tx, 'visits', close(one, tx.ctx))
    if (!closed.ok) return closed
  }
  return accept(finished.length)
}

/** 采纳 or 不采纳 of one suggestion, by the director. */
export const decideSuggestionCommand: CommandSpec<OnRecord<decide.DecideInput>, SavedRecord> = {
  name: 'visitMonth.decide',
  permission: 'month.approve',
  tables: ['visitMonths', 'visits'],
  input: z.strictObject({ ...onRecord, suggestion: suggestionSchema, verdict: z.enum(VERDICTS), note: text }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'visitMonths', id, rev)
    if (!record.ok) return record
    const suggestions = suggestionsOf(await tx.listed('visits', inMonth(id)))
    return putDecided(tx, 'visitMonths', decide.decide(record.value, input, suggestions, tx.ctx))
  },
}

/** 访问总结 of the director, with the goals as they are. */
export const summarizeMonthCommand: CommandSpec<OnRecord<{ text: string }>, SavedRecord> = {
  name: 'visitMonth.summarize',
  permission: 'month.approve',
  tables: ['visitMonths', 'visits', 'units'],
  input: z.strictObject({ ...onRecord, text }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'visitMonths', id, rev)
    if (!record.ok) return record
    const occupied = record.value.snapshot?.occupied ?? (await tx.countOf('units', 'occupied'))
    const goals = await goalsOf((range) => tx.keysOf('visits', range), id, occupied)
    const suggestions = suggestionsOf(await tx.listed('visits', inMonth(id)))
    return putDecided(
      tx,
      'visitMonths',
      decide.summarize(record.value, input, { suggestions, goals }, tx.ctx),
    )
  },
}

/** A month is never void: its rule refuses (every record has the command). */
export const voidMonthCommand = voidCommand('visitMonths')

/** 撤销 of the director's last step. */
export const undoMonthCommand = undoCommand('visitMonths')

/** Printing, signing and filing of 《访问总结》. */
export const visitMonthPaper = paperCommands('visitMonths')
