import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { describe, expect, it, vi } from 'vitest'
import { runs } from '../../shared/documents/runs'
import { coverage, missingCharacters } from './fonts/coverage'
import { MAIN_FILE } from './fonts/fontFiles'
import { pathOf } from './testing/fontFolder'
import { barePage } from './testing/lines'
import { pageTexts, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

/** 通用规范汉字表, 8,105 characters, one after another. */
const STANDARD = readFileSync(new URL('testing/standardCharacters.txt', import.meta.url), 'utf8').replaceAll(
  /\s/g,
  '',
)

function gbk(): string {
  const decoder = new TextDecoder('gbk')
  const chars: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]))
      // Private-use code points have no standard shape; what does not decode is no character.
      if (trail !== 0x7f && [...char].length === 1 && !/[\ufffd\p{Co}\s]/u.test(char)) chars.push(char)
    }
  }
  return chars.join('')
}

const RARE = '䶮㛃𠅤堃喆犇頔𠮷𪚥𬭚𫖯𬘭𫍯𡚸𤭢𨋢'
const SIGNS = '，。、；：？！“”‘’（）《》【】…—·￥％～☑☐☒√※①②③〇ⅠⅡ㎡℃№→←↑↓★☆●○■□▲△♀♂☎'
const EMOJI = '😀😭🙏👍❤🏠🚗💧🔥'

const sans = fontkit.create(readFileSync(pathOf(MAIN_FILE)))

function glyphOf(char: string): string {
  const codePoint = char.codePointAt(0) ?? 0
  const font = coverage(codePoint)
  if (font !== '' || !('glyphForCodePoint' in sans)) return `${font} ${char}`
  return String(sans.glyphForCodePoint(codePoint).id)
}

/** What a reader finds in the PDF: a glyph that is missing comes out as nothing or as another character. */
async function readBack(text: string): Promise<string> {
  const pages = await pageTexts(await print(barePage([{ text: runs(text, coverage) }], 500)))
  return squeezed(pages.join(''))
}

describe('every character prints as itself', () => {
  it.each([
    ['the 8,105 standard characters', STANDARD],
    ['GBK', gbk()],
    ['rare characters of names', RARE],
    ['signs', SIGNS],
    ['emoji', EMOJI],
  ])('%s', async (_, text) => {
    expect(missingCharacters(text)).toEqual([])
    const read = await readBack(text)
    // Characters of one glyph (凉 and its compatibility form) look the same and are read as one of them.
    const glyphs = new Set([...read].map(glyphOf))
    const lost = [...text].filter((char) => !read.includes(char) && !glyphs.has(glyphOf(char)))
    expect(lost).toEqual([])
  })

  it('in bold as well', async () => {
    const blocks = [{ text: runs(STANDARD.slice(0, 3000) + RARE, coverage), bold: true }]
    const read = squeezed((await pageTexts(await print(barePage(blocks, 500)))).join(''))
    expect([...RARE, ...STANDARD.slice(0, 3000)].filter((char) => !read.includes(char))).toEqual([])
  })

  it('counts as many as the tables say', () => {
    expect([...STANDARD]).toHaveLength(8105)
    expect([...gbk()].length).toBeGreaterThan(21_000)
  })
})
