import { countBits } from './bits'

/** So many answers are remembered: as many as somebody types letters of a word. */
const REMEMBERED = 8

interface Asked {
  /** Which kinds and facets; '' for all. */
  filter: string
  words: readonly string[]
  hits: Uint32Array
  total: number
}

/**
 * What was found while somebody types: who has typed 漏 and goes on to 漏水 is looked for only among the hits of 漏.
 * Forgotten with every change.
 */
export class Narrower {
  private asked: Asked[] = []

  /** The fewest documents among which those of a narrower question must be; null where none was asked before. */
  within(filter: string, words: readonly string[]): Uint32Array | null {
    let best: Asked | null = null
    for (const one of this.asked) {
      const wider = one.filter === '' || one.filter === filter
      if (wider && isNarrower(words, one.words) && (!best || one.total < best.total)) best = one
    }
    return best?.hits ?? null
  }

  keep(filter: string, words: readonly string[], hits: Uint32Array): void {
    if (words.length === 0) return
    this.asked = this.asked.slice(1 - REMEMBERED)
    this.asked.push({ filter, words, hits: hits.slice(), total: countBits(hits) })
  }

  forget(): void {
    this.asked = []
  }
}

/** Whether whatever holds `words` holds the wider ones too, and not just the same. */
function isNarrower(words: readonly string[], wider: readonly string[]): boolean {
  if (words.join(' ') === wider.join(' ')) return false
  return wider.every((one) => words.some((word) => word.includes(one)))
}
