import type { Result } from '../../../shared/util/result'

/** A printer as the system knows it. `problem` is a refusal key (`printing.paperOut` …) or null. */
export interface Printer {
  name: string
  isDefault: boolean
  problem: string | null
}

/** What is printed how. The PDF's own pages carry the orientation; `tray` is the driver's name of it. */
export interface PrintJob {
  pdf: Uint8Array
  printer: string
  copies: number
  /** `label`: 60 × 40 mm. */
  paper: 'A4' | 'A5' | 'A5-landscape' | 'A4-landscape' | 'label'
  tray: string | null
  title: string
}

/**
 * The way of one platform to paper. Refusals: `printing.noPrinter` (`cause`), `printing.notFound`,
 * `printing.notAccepting`, `printing.failed` (`cause`).
 */
export interface Printing {
  list(): Promise<Result<{ printers: Printer[] }>>
  /** Answers when the system's queue has taken the job over. */
  print(job: PrintJob): Promise<Result<{ job: string }>>
}
