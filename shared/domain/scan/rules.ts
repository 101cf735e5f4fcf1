import { accept, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import type { StoredFile } from '../register/attachment'
import { allObjections, type Objection, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { Scan, ScanFiled, ScanOrigin, ScanSource, SheetRead } from './types'

/** What came in: one sheet, or one page that could not be read. */
export interface ReceivedSheet {
  file: StoredFile
  pages: number
  origins: ScanOrigin[]
  source: ScanSource
  codes: SheetRead[]
}

/** Into the tray. Refusals: `office.notAllowed`, `scan.notAPage`. */
export function receiveScan(input: ReceivedSheet, ctx: RuleContext): Result<Scan> {
  const objection = forbidden(ctx.actor.role, 'record.process')
  if (objection) return objection
  if (input.file.kind === 'audio' || input.pages < 1) return refuse('scan.notAPage')
  const { file, pages, origins, source, codes } = input
  return accept({
    id: ctx.newId(),
    rev: 1,
    state: 'waiting',
    file,
    pages,
    origins,
    sha256s: [...new Set([...origins.map(({ sha256 }) => sha256), file.sha256])],
    source,
    codes,
    receivedAt: ctx.now,
    receivedBy: ctx.actor.name,
    receivedUserId: ctx.actor.userId,
    filed: null,
    discarded: null,
  })
}

/** 已归档 with a record. Refusals: `office.notAllowed`, `scan.notWaiting`. */
export function fileScan(scan: Scan, filed: Omit<ScanFiled, 'at' | 'by'>, ctx: RuleContext): Result<Scan> {
  const objection = objectionToDecide(scan, ctx)
  if (objection) return objection
  return next(scan, { state: 'filed', filed: { ...filed, at: ctx.now, by: ctx.actor.name } })
}

/** 不归档: a page of somebody else's, a blank one, one that is filed already. Refusals: also `scan.reasonRequired`. */
export function discardScan(scan: Scan, { reason }: { reason: string }, ctx: RuleContext): Result<Scan> {
  const objection = allObjections(
    objectionToDecide(scan, ctx),
    requireText(reason, 'scan.reasonRequired', 'reason'),
  )
  if (objection) return objection
  const discarded = { reason: reason.trim(), at: ctx.now, by: ctx.actor.name }
  return next(scan, { state: 'discarded', discarded })
}

/** 放回待归档, for what was put aside by mistake. Refusals: `office.notAllowed`, `scan.notDiscarded`. */
export function restoreScan(scan: Scan, ctx: RuleContext): Result<Scan> {
  const objection = forbidden(ctx.actor.role, 'record.process')
  if (objection) return objection
  if (scan.state !== 'discarded') return refuse('scan.notDiscarded')
  return next(scan, { state: 'waiting', discarded: null })
}

function objectionToDecide(scan: Scan, ctx: RuleContext): Objection {
  const objection = forbidden(ctx.actor.role, 'record.process')
  if (objection) return objection
  return scan.state === 'waiting' ? null : refuse('scan.notWaiting')
}

function next(scan: Scan, change: Partial<Scan>): Result<Scan> {
  return accept({ ...scan, ...change, rev: scan.rev + 1 })
}
