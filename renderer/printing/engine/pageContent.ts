/** As much of pdfkit's page as is needed here. */
export interface PdfPage {
  write(operators: string): unknown
  end(): unknown
}

// Operators that set a state: line width, caps, joins, dashes, colours, opacity.
const STATE = new Set(['w', 'J', 'j', 'd', 'cs', 'CS', 'scn', 'SCN', 'gs'])

/**
 * Operators of a page without those that set what is set already. pdfmake states width, dash, caps and colour anew
 * for each line and each square of a QR code; left out, a form is a third quicker to make and to send.
 */
export function leanOperators(lines: readonly string[]): string[] {
  const lean: string[] = []
  const saved: Map<string, string>[] = []
  let state = new Map<string, string>()
  for (const line of lines) {
    const operator = line.slice(line.lastIndexOf(' ') + 1)
    if (STATE.has(operator)) {
      if (state.get(operator) === line) continue
      state.set(operator, line)
    } else if (line === 'q') {
      saved.push(new Map(state))
    } else if (line === 'Q') {
      state = saved.pop() ?? new Map()
    }
    lean.push(line)
  }
  return lean
}

/** Gathers a page's operators and writes them once: each write by itself costs a buffer. */
export function gatherPageContent(prototype: PdfPage): void {
  const { write, end } = prototype
  const gathered = new WeakMap<PdfPage, string[]>()
  prototype.write = function gather(this: PdfPage, operators) {
    const lines = gathered.get(this) ?? []
    gathered.set(this, lines)
    lines.push(operators)
  }
  prototype.end = function finish(this: PdfPage) {
    const lines = gathered.get(this)
    if (lines && lines.length > 0) write.call(this, leanOperators(lines).join('\n'))
    gathered.delete(this)
    return end.call(this)
  }
}
