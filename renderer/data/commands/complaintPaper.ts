import { z } from 'zod'
import * as decide from '../../../shared/domain/complaint/commands'
import type { ComplaintIntake } from '../../../shared/domain/complaint/types'
import { complaintIntakeSchema } from '../../../shared/schema/complaint'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { withUnit } from './complaintCommand'
import { returnVisitTakenAlong } from './complaintReturnVisit'
import { undoCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import { type OnRecord, putDecided, readRecord, type SavedRecord, saved } from './recordCommand'

/** Printing, signing and filing of complaints. */
export const complaintPaper = paperCommands('complaints')
export const {
  markPrinted: markPrintedCommand,
  markPrintedMany: markPrintedManyCommand,
  recordSignature: recordSignatureCommand,
  signOnScreen: signOnScreenCommand,
  fileScan: fileScanCommand,
  printList: notePrintedListCommand,
} = complaintPaper

/** 撤销 of the last step. */
export const undoComplaintCommand = undoCommand('complaints', returnVisitTakenAlong)

/** Most blank sheets that are given out at once. */
export const MOST_RESERVED_AT_ONCE = 20

/** 留号: numbers for blank forms, each with its record in the same transaction (domain 2). */
export const reserveNumbersCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'complaint.reserve',
  permission: 'record.register',
  tables: ['complaints'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED_AT_ONCE) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const record = decide.reserve({ given: await tx.nextNumber('TS') }, tx.ctx)
      if (!record.ok) return record
      await tx.put('complaints', record.value)
      records.push(saved(record.value))
    }
    return accept({ records })
  },
}

/** 补录: what was written on a blank form with a reserved number. */
export const fillInCommand: CommandSpec<
  OnRecord<{ intake: ComplaintIntake; receivedBy: string }>,
  SavedRecord
> = {
  name: 'complaint.fillIn',
  permission: 'record.register',
  tables: ['complaints', 'units'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    intake: complaintIntakeSchema,
    receivedBy: z.string().max(100),
  }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'complaints', id, rev)
    if (!record.ok) return record
    const intake = await withUnit(tx, input.intake)
    return putDecided(tx, 'complaints', decide.fillIn(record.value, { ...input, intake }, tx.ctx))
  },
}
