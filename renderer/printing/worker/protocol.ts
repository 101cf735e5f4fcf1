import type { PrintDefinition } from '../../../shared/documents/definition'

/** What the print worker is asked: one job at a time, answered under its id. */
export type PrintRequest =
  | { id: number; kind: 'warmUp' }
  | { id: number; kind: 'render'; definition: PrintDefinition }

/** PDF bytes that own their buffer, so that they can be handed on without a copy. */
export type Pdf = Uint8Array<ArrayBuffer>

/** What it answers: bytes (none for a warm-up), or why not. */
export type PrintReply = { id: number; ok: true; pdf: Pdf | null } | { id: number; ok: false; cause: string }

/** As much of a Worker as the client needs. */
export interface PrintPort {
  ask(request: PrintRequest): void
  /** `onBroken`: the worker itself failed and answers no more. */
  listen(onReply: (reply: PrintReply) => void, onBroken: (cause: string) => void): void
  close(): void
}
