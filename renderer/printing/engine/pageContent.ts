import { type Fragment, pdfNumber, type Place, TextLines } from './textLines'

/** As much of pdfkit's page as is needed here. */
export interface PdfPage {
  height: number
  /** By the name under which the page's operators use them. */
  fonts: Record<string, unknown>
  write(operators: string | Uint8Array): unknown
  end(): unknown
}

// Operators that set a state: line width, caps, joins, dashes, colours, opacity.
const STATE = new Set(['w', 'J', 'j', 'd', 'cs', 'CS', 'scn', 'SCN', 'gs'])
const DRAWN = new Set(['m', 'l', 'c', 'v', 'y', 're'])
const PAINTED = new Set(['S', 's', 'f', 'f*', 'B', 'B*', 'b', 'b*', 'n'])

/**
 * What is drawn on a page, without what changes nothing. pdfmake states width, dash, caps and colour anew for each line
 * and each square of a QR code, and colour, opacity and the filling of no path for each word.
 */
export class PageContent {
  private readonly lines: string[] = []
  private readonly saved: Map<string, string>[] = []
  private state = new Map<string, string>()
  private hasPath = false
  private text: { height: number; lines: TextLines } | null = null

  /** One operator with what it takes. */
  add(line: string): void {
    const operator = line.slice(line.lastIndexOf(' ') + 1)
    if (STATE.has(operator)) {
      if (this.state.get(operator) === line) return
      this.endText()
      this.state.set(operator, line)
    } else {
      if (operator === 'f' && !this.hasPath) return
      this.endText()
      this.follow(operator)
    }
    this.lines.push(line)
  }

  /** A text on a page of this height, whose axis points down as pdfkit has it. */
  addText(height: number, place: Place, fragment: Fragment): void {
    if (this.text?.height !== height) this.endText()
    this.text ??= { height, lines: new TextLines() }
    this.text.lines.add(place, fragment)
  }

  /** All operators so far. */
  take(): string[] {
    this.endText()
    return this.lines
  }

  private follow(operator: string): void {
    if (DRAWN.has(operator)) this.hasPath = true
    else if (PAINTED.has(operator)) this.hasPath = false
    else if (operator === 'q') this.saved.push(new Map(this.state))
    else if (operator === 'Q') this.state = this.saved.pop() ?? new Map()
  }

  private endText(): void {
    if (!this.text) return
    const { height, lines } = this.text
    this.text = null
    this.lines.push('q', `1 0 0 -1 0 ${pdfNumber(height)} cm`, ...lines.take(), 'Q')
  }
}

const contents = new WeakMap<PdfPage, PageContent>()

/** What is drawn on a page whose operators are gathered. */
export function contentOf(page: PdfPage): PageContent {
  const known = contents.get(page) ?? new PageContent()
  contents.set(page, known)
  return known
}

/** Gathers a page's operators and writes them once: each write by itself costs a buffer. */
export function gatherPageContent(prototype: PdfPage): void {
  const { write, end } = prototype
  const ascii = new TextEncoder()
  prototype.write = function gather(this: PdfPage, operators) {
    // Bytes are what was gathered already.
    return typeof operators === 'string' ? contentOf(this).add(operators) : write.call(this, operators)
  }
  prototype.end = function finish(this: PdfPage) {
    const lines = contentOf(this).take()
    // Operators are ASCII; a text would be turned into bytes one character after another.
    if (lines.length > 0) write.call(this, ascii.encode(`${lines.join('\n')}\n`))
    contents.delete(this)
    return end.call(this)
  }
}
