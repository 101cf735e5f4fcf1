import { accept, type Result, refuse } from '../../util/result'
import { type Drawing, isDrawing, type Pointer } from './drawing'
import { printed } from './paper'
import type { PrintState, RuleContext, ScreenSignature } from './types'

/** Drawings that are kept of one form; of the oldest only the chain still knows. */
export const SCREEN_SIGNATURES_MOST = 12

/** What somebody signed on the screen. */
export interface ScreenSignatureInput {
  /** Digest of the content that was signed, as for a print. */
  digest: string
  /** Whose box it is: 投诉人. */
  role: string
  /** Who signed. */
  by: string
  pointer: Pointer
  drawing: Drawing
}

/**
 * 屏幕签字 (domain 10): makes a print version of its own, signed without paper; whoever signed the same content before
 * stays on it. Refusals: `paper.signerRequired`, `paper.nothingDrawn`.
 */
export function signedOnScreen(
  before: PrintState | undefined,
  input: ScreenSignatureInput,
  ctx: RuleContext,
): Result<PrintState> {
  const by = input.by.trim()
  if (by === '') return refuse('paper.signerRequired', 'by')
  if (!isDrawing(input.drawing)) return refuse('paper.nothingDrawn')
  const { digest, role, pointer, drawing } = input
  const print = printed(before, { digest, way: 'screen', copies: 0 }, ctx)
  const { version } = print
  const others = (before?.drawn ?? []).filter((one) => one.role !== role || one.digest !== digest)
  const drawn = [...others, { digest, role, by, at: ctx.now, pointer, version, drawing }]
  const names = new Set(drawn.filter((one) => one.digest === digest).map((one) => one.by))
  return accept({
    ...print,
    drawn: drawn.slice(-SCREEN_SIGNATURES_MOST),
    signature: {
      outcome: 'signed',
      by: [...names].join('、'),
      at: ctx.now,
      reason: '',
      version,
      recordedBy: ctx.actor.name,
    },
  })
}

/**
 * The drawings that a sheet with this content bears: a signature stands under what was signed, never under words that
 * were changed since.
 */
export function drawnOn(print: PrintState | undefined, digest: string): ScreenSignature[] {
  return (print?.drawn ?? []).filter((one) => one.digest === digest)
}

/**
 * The newest version where it was signed on the screen and the record still says the same: the very sheet that is to
 * be shown and printed then, with its own time and name (forms: same version, same bytes); null where a print is a new
 * version.
 */
export function versionSignedOnScreen(
  print: PrintState | undefined,
  digest: string,
): Pick<PrintState, 'version' | 'printedAt' | 'printedBy'> | null {
  if (!print || print.printedDigest !== digest) return null
  const { version, printedAt, printedBy } = print
  const onScreen = print.history.some((event) => event.version === version && event.way === 'screen')
  return onScreen ? { version, printedAt, printedBy } : null
}

/** Whether the newest version was signed on the screen, and by whom in which box. */
export function signedOnScreenNow(print: PrintState | undefined): ScreenSignature[] {
  return print && versionSignedOnScreen(print, print.printedDigest) ? drawnOn(print, print.printedDigest) : []
}
