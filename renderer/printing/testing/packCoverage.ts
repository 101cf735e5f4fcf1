import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import type { PackedCoverage } from '../fonts/coverageFrom'
import { EMOJI_FONT, fileOf, HANAMIN_PARTS, MAIN_FILE } from '../fonts/fontFiles'
import { pathOf } from './fontFolder'

// Private-use code points mean something else in every font; the space-like ones have no ink to fall back for.
function usable(codePoint: number): boolean {
  return codePoint >= 0x20 && !(codePoint >= 0xe000 && codePoint <= 0xf8ff) && codePoint < 0xe0000
}

function charactersOf(file: string): number[] {
  const font = fontkit.create(readFileSync(pathOf(file)))
  if (!('characterSet' in font)) throw new Error(`${file} is a collection`)
  return font.characterSet.filter(usable)
}

/** Computes which font prints which character: our own font first, then the parts of HanaMin, then emoji. */
export function packCoverage(): PackedCoverage {
  const fonts = ['', ...HANAMIN_PARTS, EMOJI_FONT]
  const owner = new Map<number, number>()
  fonts.forEach((font, index) => {
    for (const codePoint of charactersOf(font === '' ? MAIN_FILE : fileOf(font))) {
      if (!owner.has(codePoint)) owner.set(codePoint, index)
    }
  })
  const sorted = [...owner].sort(([a], [b]) => a - b)
  const ranges: { start: number; length: number; font: number }[] = []
  for (const [codePoint, font] of sorted) {
    const last = ranges.at(-1)
    if (last && last.font === font && last.start + last.length === codePoint) last.length += 1
    else ranges.push({ start: codePoint, length: 1, font })
  }
  let at = 0
  const packed = ranges.map(({ start, length, font }) => {
    const gap = start - at
    at = start + length
    return [gap, length, font].map((value) => value.toString(36)).join('.')
  })
  return { fonts, ranges: packed.join(',') }
}
