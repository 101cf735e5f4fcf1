/** A text as its font writes it: glyphs in hexadecimal, each stretch with the step after it in thousandths of the size. */
export interface Fragment {
  stretches: readonly { hex: string; step: number }[]
  /** How far all of it goes, in thousandths of the size; without the spacing of characters. */
  width: number
  glyphs: number
}

/** Where and how a fragment is written: points, from the lower left corner of the page. */
export interface Place {
  /** As the page names it: `F1`. */
  font: string
  size: number
  spacing: number
  x: number
  y: number
}

/** A fragment that begins this near to the end of the one before it goes on with it, points. */
const NEAR = 0.001

/** As pdfkit writes numbers. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}

/**
 * Fragments one after another as operators of one text object. Lines are broken between any two ideographs, so each of
 * them comes by itself; written together they are a tenth of the operators, which cost time and room.
 */
export class TextLines {
  private readonly lines: string[] = []
  private last: Place = { font: '', size: 0, spacing: 0, x: 0, y: 0 }
  private shown: string[] = []
  private open = ''

  add(place: Place, { stretches, width, glyphs }: Fragment): void {
    if (!this.goesOn(place)) this.moveTo(place)
    for (const { hex, step } of stretches) {
      this.open += hex
      if (step !== 0) this.close(` ${pdfNumber(step)}`)
    }
    const x = this.last.x + (width * place.size) / 1000 + place.spacing * glyphs
    this.last = { ...place, x }
  }

  /** The operators; afterwards it is empty. */
  take(): string[] {
    this.show()
    return ['BT', ...this.lines.splice(0), 'ET']
  }

  private goesOn({ font, size, spacing, x, y }: Place): boolean {
    const { last } = this
    const isSame = font === last.font && size === last.size && spacing === last.spacing && y === last.y
    return isSame && Math.abs(x - last.x) < NEAR
  }

  private moveTo(place: Place): void {
    this.show()
    const { font, size, spacing, x, y } = place
    const { last } = this
    this.lines.push(`1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm`)
    if (font !== last.font || size !== last.size) this.lines.push(`/${font} ${pdfNumber(size)} Tf`)
    if (spacing !== last.spacing) this.lines.push(`${pdfNumber(spacing)} Tc`)
    this.last = place
  }

  private close(step: string): void {
    if (this.open !== '') this.shown.push(`<${this.open}>${step}`)
    this.open = ''
  }

  private show(): void {
    this.close('')
    if (this.shown.length > 0) this.lines.push(`[${this.shown.join(' ')}] TJ`)
    this.shown = []
  }
}
