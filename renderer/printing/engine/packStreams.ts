import { zlibSync } from 'fflate'

/** A stream of a document before it is written, as pdfkit has it. */
export interface PdfStream {
  /** Whether it is packed when it ends. */
  compress: boolean
  buffer: Uint8Array[]
  finalize(): unknown
}

/** Higher ones take longer, and save less than a hundredth of a form's size. */
const LEVEL = 3

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Packs streams with fflate instead of pdfkit's own zlib, which takes longer (decision 44). */
export function packStreams(prototype: PdfStream): void {
  const original = prototype.finalize
  prototype.finalize = function finishPacked(this: PdfStream) {
    if (this.compress && this.buffer.length > 0) {
      this.buffer = [zlibSync(joined(this.buffer), { level: LEVEL })]
      this.compress = false
    }
    return original.call(this)
  }
}
