import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { runs } from '../../shared/documents/runs'
import { coverage } from './fonts/coverage'
import { barePage } from './testing/lines'
import { pageTexts, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const NEVER_FIRST = /^[，。、；：？！）〕】》〉」』”’…·％,.!?;:)\]}]/u
const NEVER_LAST = /[（〔【《〈「『“‘([{]$/u
const WHOLE = [
  '138 0013 8000',
  '0755-2688 8888',
  '粤B·D12345',
  '客服-TS-2026-0007',
  '2026-11-21 15:30',
  '5-A-301',
  '3,280.50',
]

const word = fc.constantFrom(
  '电梯',
  '物业管理处',
  '漏水',
  '保安',
  '一',
  '孩子们',
  '𠮷田',
  '䶮',
  'A栋',
  'WiFi',
)
const quoted = fc
  .tuple(fc.constantFrom('“”', '（）', '《》', '【】', '「」', '‘’'), word, word)
  .map(([marks, a, b]) => `${marks[0]}${a}${b}${marks[1]}`)
const mark = fc.constantFrom('，', '。', '、', '；', '：', '？', '！', '……', '。）', '”，')
const piece = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 2, arbitrary: quoted },
  { weight: 2, arbitrary: fc.tuple(word, mark).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...WHOLE), word).map((parts) => parts.join('')) },
)
// Closing marks are only put where something is open, as people write: a text of nothing but marks has no line.
const text = fc.array(piece, { minLength: 20, maxLength: 80 }).map((pieces) => pieces.join(''))

async function linesOf(texts: string[], width: number): Promise<string[]> {
  const blocks = texts.map((said) => ({ text: runs(said, coverage, width / 10.5) }))
  const pages = await pageTexts(await print(barePage(blocks, width)))
  return pages
    .flatMap((page) => page.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

it('starts no line with a closing mark, ends none with an opening one, tears no number', async () => {
  const samples = fc.sample(text, { numRuns: 120, seed: 20261121 })
  for (const width of [140, 233, 430]) {
    const lines = await linesOf(samples, width)
    expect(lines.filter((line) => NEVER_FIRST.test(line))).toEqual([])
    expect(lines.filter((line) => NEVER_LAST.test(line))).toEqual([])
    // All there, in order, and each number within one line.
    expect(squeezed(lines.join(''))).toBe(squeezed(samples.join('')))
    const all = lines.join('\n')
    const torn = WHOLE.filter((whole) => all.split(whole).length !== samples.join('\n').split(whole).length)
    expect(torn).toEqual([])
  }
})

it('breaks what is wider than its line, and never within a pair', async () => {
  // Quotation marks hold on to both sides: this is one word to the line breaker.
  const long = `${'x'.repeat(300)}，${'“𠮷”'.repeat(100)}，${'7'.repeat(200)}`
  const lines = await linesOf([long], 140)
  expect(lines.join('')).toBe(long)
  expect(lines.length).toBeGreaterThan(30)
  for (const line of lines) expect(line).not.toContain('\ufffd')
})
