import type { PrintState, PrintWay, RuleContext } from './types'

/** The state of a form's paper after one more print: the next version, with everything known of those before. */
export function printed(
  before: PrintState | undefined,
  input: { digest: string; way: PrintWay; copies: number },
  ctx: RuleContext,
): PrintState {
  const version = (before?.version ?? 0) + 1
  const event = { version, at: ctx.now, by: ctx.actor.name, way: input.way, copies: input.copies }
  return {
    version,
    printedAt: ctx.now,
    printedBy: ctx.actor.name,
    printedDigest: input.digest,
    history: [...(before?.history ?? []), event],
    signature: before?.signature ?? null,
    filing: before?.filing ?? null,
  }
}
