import type { Instant } from '../../util/instant'
import { accept, type Result, refuse } from '../../util/result'
import { isBefore, isInstant } from './moments'
import type { Filing, PrintState, PrintWay, RuleContext, Signature } from './types'

/** 签字 state (domain 10): 未打印 → 已打印待签 → 已签 or 拒签 → 已归档. */
export const PAPER_STAGES = ['notPrinted', 'awaiting', 'signed', 'refused', 'filed'] as const
export type PaperStage = (typeof PAPER_STAGES)[number]

/** How far the newest print of a form is. */
export interface PaperState {
  stage: PaperStage
  /** 0 before the first print. */
  version: number
  /** Of the newest version only: an earlier sheet's signature says nothing about this one. */
  signature: Signature | null
  /** Scan of the newest version. Without a signature on record it does not say yet who signed. */
  filing: Filing | null
}

/** The 签字 state of a form; `undefined` where it was never printed. A later print version waits again. */
export function paperState(print: PrintState | undefined): PaperState {
  if (!print) return { stage: 'notPrinted', version: 0, signature: null, filing: null }
  const { version } = print
  const signature = print.signature?.version === version ? print.signature : null
  const filing = print.filing?.version === version ? print.filing : null
  if (!signature) return { stage: 'awaiting', version, signature, filing }
  return { stage: filing ? 'filed' : signature.outcome, version, signature, filing }
}

/** One print: `version` is what stands on the sheet, where the caller knows it. */
export interface PrintedSheet {
  digest: string
  way: PrintWay
  copies: number
  version?: number
}

/**
 * The state of a form's paper after one more print: the next version, with everything known of those before. The very
 * sheet that left already (kept as PDF, then printed) keeps its version.
 */
export function printed(before: PrintState | undefined, input: PrintedSheet, ctx: RuleContext): PrintState {
  const same = before && input.version === before.version && input.digest === before.printedDigest
  const version = same ? before.version : (before?.version ?? 0) + 1
  const event = { version, at: ctx.now, by: ctx.actor.name, way: input.way, copies: input.copies }
  return {
    version,
    printedAt: same ? before.printedAt : ctx.now,
    printedBy: same ? before.printedBy : ctx.actor.name,
    printedDigest: input.digest,
    history: [...(before?.history ?? []), event],
    signature: before?.signature ?? null,
    filing: before?.filing ?? null,
    ...(before?.drawn ? { drawn: before.drawn } : {}),
  }
}

/** What was written on the newest print, or that it was refused. */
export interface SignatureInput {
  outcome: Signature['outcome']
  /** Who signed, or would not. */
  by: string
  at: Instant
  /** 拒签 needs one. */
  reason: string
}

/**
 * 已签 or 拒签 on the newest print; again, it corrects what was noted. Refusals: `paper.notPrinted`,
 * `paper.signerRequired`, `paper.refusalReasonRequired`, `time.invalid`, `time.inFuture`, `paper.signedBeforePrint`.
 */
export function withSignature(
  print: PrintState | undefined,
  input: SignatureInput,
  ctx: RuleContext,
): Result<PrintState> {
  if (!print) return refuse('paper.notPrinted')
  const by = input.by.trim()
  const reason = input.outcome === 'refused' ? input.reason.trim() : ''
  if (by === '') return refuse('paper.signerRequired', 'by')
  if (input.outcome === 'refused' && reason === '') return refuse('paper.refusalReasonRequired', 'reason')
  if (!isInstant(input.at)) return refuse('time.invalid', 'at')
  if (input.at > ctx.now) return refuse('time.inFuture', 'at')
  if (isBefore(input.at, firstPrintOf(print))) return refuse('paper.signedBeforePrint', 'at')
  const { outcome, at } = input
  const signature = { outcome, by, at, reason, version: print.version, recordedBy: ctx.actor.name }
  return accept({ ...print, signature })
}

/** When the newest version left the app for the first time. */
function firstPrintOf(print: PrintState): Instant {
  return print.history.find(({ version }) => version === print.version)?.at ?? print.printedAt
}

/** The scan of a sheet; without `version` it is of the newest print. */
export interface ScanInput {
  attachmentId: string
  version?: number
}

/**
 * 已归档: the scan of a print version. A better scan of the same version replaces it, one of an earlier version does not.
 * Refusals: `paper.notPrinted`, `paper.versionUnknown`, `paper.newerFiled`.
 */
export function withScan(
  print: PrintState | undefined,
  input: ScanInput,
  ctx: RuleContext,
): Result<PrintState> {
  if (!print) return refuse('paper.notPrinted')
  const version = input.version ?? print.version
  if (version < 1 || version > print.version) return refuse('paper.versionUnknown', undefined, { version })
  const newest = print.filing?.version ?? 0
  if (version < newest) return refuse('paper.newerFiled', undefined, { version: newest })
  const filing = { attachmentId: input.attachmentId, version, at: ctx.now, by: ctx.actor.name }
  return accept({ ...print, filing })
}

/** True while the newest print waits for its signature. */
export function awaits(print: PrintState | undefined): boolean {
  return paperState(print).stage === 'awaiting'
}
