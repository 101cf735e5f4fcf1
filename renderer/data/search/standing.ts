import type { CommonGrams } from './commonGrams'
import { bestWith, type Standings, type TextBlock, type Word } from './textBlock'

/** So many documents of a block are looked at one by one. */
const FEW = 3

/**
 * How well the words may stand in a document. What is known without any text is taken at first, and sharpened from the
 * text of the block only where that may matter.
 */
export class Standing {
  /** Of each word the sets of documents that may begin or end a field with it; -1 where that is not known. */
  private readonly edges: { begins: number; ends: number }[]
  /** Of the block turned to, one a word: more than it is, until it is sharp. */
  private readonly known: Standings[]
  private block: TextBlock | null = null
  private sharp = false
  /** Documents of the block that were looked at one by one. */
  private looks = 0

  constructor(
    private readonly words: readonly Word[],
    private readonly common: CommonGrams | null,
  ) {
    this.edges = words.map(({ text }) => common?.edgesOf(text) ?? { begins: -1, ends: -1 })
    this.known = words.map(() => ({ begins: 0, ends: 0, whole: 0 }))
  }

  /** Turns to a block; answers the most that a document of it may score. */
  turnTo(at: number, block: TextBlock): number {
    this.block = block
    this.sharp = false
    this.looks = 0
    let atMost = 0
    for (let i = 0; i < this.words.length; i += 1) {
      const [word, sets, known] = [this.words[i], this.edges[i], this.known[i]]
      if (!word || !sets || !known) continue
      const edges = block.edgesOf(word)
      known.begins = edges.begins ? this.maskOf(sets.begins, at) : 0
      known.ends = edges.ends ? this.maskOf(sets.ends, at) : 0
      known.whole = edges.whole ? known.begins & known.ends : 0
      atMost += bestWith(known.begins !== 0, known.ends !== 0, known.whole !== 0)
    }
    return atMost
  }

  /** The most that one document of the block may score. */
  most(one: number): number {
    const bit = 1 << one
    let most = 0
    for (const { begins, ends, whole } of this.known) {
      most += bestWith((begins & bit) !== 0, (ends & bit) !== 0, (whole & bit) !== 0)
    }
    return most
  }

  /** What one document scores. After a few of a block it is seen for all of them at once. */
  score(one: number): number {
    const { block, words } = this
    if (!block) return 0
    if (!this.sharp && this.looks < FEW) {
      this.looks += 1
      return block.scoreOf(words, one)
    }
    if (!this.sharp) for (const [i, { text }] of words.entries()) this.known[i] = block.standingOf(text)
    this.sharp = true
    return this.most(one)
  }

  /** Which documents of a block a set holds; all, where there is no such set. */
  private maskOf(set: number, at: number): number {
    return set === -1 || !this.common ? -1 : this.common.sets.wordOf(set, at)
  }
}
