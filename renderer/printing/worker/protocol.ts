import type { PrintDefinition } from '../../../shared/documents/definition'

/** What the print worker is asked: one job at a time, answered under its id. */
export type PrintRequest =
  | { id: number; kind: 'warmUp' }
  | { id: number; kind: 'render'; definition: PrintDefinition }
  /** Keeps one more form of a batch; sent one by one, so that no message holds up the window. */
  | { id: number; kind: 'collect'; batch: number; definition: PrintDefinition }
  /** Makes one PDF of what was collected. */
  | { id: number; kind: 'bind'; batch: number; title: string }
  /** Forgets what was collected. */
  | { id: number; kind: 'drop'; batch: number }

/** PDF bytes that own their buffer, so that they can be handed on without a copy. */
export type Pdf = Uint8Array<ArrayBuffer>

/** What it answers: bytes (none for a warm-up), or why not; and while it binds, how much is done (0 to 1). */
export type PrintReply =
  | { id: number; ok: true; pdf: Pdf | null }
  | { id: number; ok: false; cause: string }
  | { id: number; share: number }

/** As much of a Worker as the client needs. */
export interface PrintPort {
  ask(request: PrintRequest): void
  /** `onBroken`: the worker itself failed and answers no more. */
  listen(onReply: (reply: PrintReply) => void, onBroken: (cause: string) => void): void
  close(): void
}
