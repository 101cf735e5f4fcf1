import type { PageReading, ScanFault } from '../types'

/** What the scan worker is asked, in this order: one file, then its pages one after the other. */
export type ScanRequest = { kind: 'open'; file: Blob } | { kind: 'page'; page: number } | { kind: 'close' }

/** What it answers to each request, in order; nothing to `close`. */
export type ScanReply =
  | { kind: 'opened'; pages: number }
  | { kind: 'read'; reading: PageReading }
  | { kind: 'failed'; fault: ScanFault; cause: string }

/** As much of a Worker as the reader needs. */
export interface ScanPort {
  ask(request: ScanRequest): void
  /** `onBroken`: the worker itself failed and answers no more. */
  listen(onReply: (reply: ScanReply) => void, onBroken: (cause: string) => void): void
  close(): void
}
