import { z } from 'zod'
import { raisedTo, readSeen } from '../../../shared/domain/numbering/raise'
import { seriesOf } from '../../../shared/domain/numbering/number'
import { codeOf, REGISTERS, type RegisterCode } from '../../../shared/domain/numbering/registers'
import { estateYear } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { RestoredMark } from '../core/chainFacts'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { NOUNS } from './registerTables'

const names = new Set<string>(Object.values(REGISTERS))

/** Registers whose numbers stand on paper, by their codes. */
export const NUMBERED = Object.values(NOUNS).flatMap((noun): RegisterCode[] =>
  names.has(noun) ? [codeOf(noun as (typeof REGISTERS)[RegisterCode])] : [],
)

/** What was seen on paper: a number as typed by register; '' where there is none. */
export interface SeenNumbers {
  seen: Partial<Record<RegisterCode, string>>
  /** Numbers far ahead are meant. */
  sure: boolean
}

/** One series after a restore: the highest number that came with it. */
export interface SeriesGiven {
  register: RegisterCode
  last: number
}

/** The restore whose question waits, with the series of this year; null where none does. */
export interface NumbersAsked {
  mark: RestoredMark
  year: number
  series: SeriesGiven[]
}

/** Reads whether the numbers on paper are still to be told. */
export async function numbersAsked(db: DeskDatabase, now: Instant): Promise<NumbersAsked | null> {
  const mark = (await db.of('meta').get('restored'))?.value as RestoredMark | undefined
  const office = mark && !mark.answeredAt ? await db.of('office').toCollection().first() : undefined
  if (!mark || !office) return null
  const year = estateYear(now)
  const ids = NUMBERED.map((register) => seriesOf({ register, year, letter: office.deviceLetter }))
  const rows = await db.of('numbers').bulkGet(ids)
  const series = NUMBERED.map((register, at) => ({ register, last: rows[at]?.last ?? 0 }))
  return { mark, year, series }
}

/**
 * Has every series go on behind the highest number seen on paper (domain 2), and answers the question of the restore.
 * Refusals: those of `readSeen` and `raisedTo`, at the register's code.
 */
export const raiseNumbersCommand: CommandSpec<SeenNumbers, { raised: number }> = {
  name: 'numbers.raise',
  permission: 'numbers.raise',
  tables: [],
  input: z.strictObject({
    seen: z.partialRecord(z.enum(NUMBERED), z.string().max(200)),
    sure: z.boolean(),
  }),
  run: async (tx, { seen, sure }) => {
    let raised = 0
    for (const register of NUMBERED) {
      const typed = seen[register]?.trim() ?? ''
      const done = typed === '' ? accept(false) : await raiseOne(tx, register, typed, sure)
      if (!done.ok) return done
      if (done.value) raised += 1
    }
    await answer(tx)
    return accept({ raised })
  },
}

async function raiseOne(
  tx: CommandTx,
  register: RegisterCode,
  typed: string,
  sure: boolean,
): Promise<Result<boolean>> {
  const [office] = await tx.all('office')
  if (!office) return refuse('office.missing')
  const { numberPrefix: prefix, deviceLetter: letter } = office
  const year = estateYear(tx.ctx.now)
  const read = readSeen(typed, { prefix, register, letter, year })
  if (!read.ok) return read
  const id = seriesOf({ register, year, letter })
  const last = await tx.query(async (db) => (await db.of('numbers').get(id))?.last ?? 0)
  const next = raisedTo(last, read.value, sure, register)
  if (!next.ok) return next
  if (next.value === last) return accept(false)
  await tx.raiseNumber({ id, last: next.value })
  return accept(true)
}

async function answer(tx: CommandTx): Promise<void> {
  const mark = await tx.query((db) => db.of('meta').get('restored'))
  if (mark) await tx.markRestored({ ...(mark.value as RestoredMark), answeredAt: tx.ctx.now })
}
