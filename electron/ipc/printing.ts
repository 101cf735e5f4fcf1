import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The system's printers. */
export function printingHandlers({ printing }: Ports): HandlersOf<'printing'> {
  return {
    'printing.list': reads(() => printing.list()),
    'printing.print': writes((job) => printing.print(job)),
  }
}
