import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { packCoverage } from '../testing/packCoverage'
import { coverage, missingCharacters } from './coverage'
import type { PackedCoverage } from './coverageFrom'
import { packedCoverage } from './packedCoverage'

function asModule({ fonts, ranges }: PackedCoverage): string {
  const list = fonts.map((font) => `    '${font}',`).join('\n')
  return [
    "import type { PackedCoverage } from './coverageFrom'",
    '',
    '/** Written by `UPDATE_COVERAGE=1 npx vitest run renderer/printing/coverage` from the font files. */',
    `export const packedCoverage: PackedCoverage = {\n  fonts: [\n${list}\n  ],`,
    `  ranges:\n    '${ranges}',\n}\n`,
  ].join('\n')
}

describe('coverage of the shipped fonts', () => {
  it('is what the font files say', () => {
    const computed = packCoverage()
    // After a font package changed: UPDATE_COVERAGE=1 writes the file anew.
    if (process.env.UPDATE_COVERAGE) {
      const file = fileURLToPath(new URL('packedCoverage.ts', import.meta.url))
      writeFileSync(file, asModule(computed))
    } else {
      expect(packedCoverage).toEqual(computed)
    }
  }, 60_000)

  it('has the rare characters of names, and the signs of forms', () => {
    expect(missingCharacters('䶮㛃𠅤堃喆犇頔𠮷𪚥𬭚𫖯，。、；：？！“”‘’（）《》…—·☑☐√※①〇￥≒�')).toEqual([])
  })

  it('says which font a character needs', () => {
    expect(coverage(0x53)).toBe('')
    expect(coverage('堃'.codePointAt(0) ?? 0)).toBe('')
    expect(coverage('𠮷'.codePointAt(0) ?? 0)).toBe('HanaMinB.CJK-Unified-Ideographs-Extension-B-03')
    expect(coverage('😀'.codePointAt(0) ?? 0)).toBe('NotoEmoji_400Regular')
  })

  it('names what no font has, each once, in order', () => {
    expect(missingCharacters('张\u{30000}李\u{31350}王\u{30000}')).toEqual(['\u{30000}', '\u{31350}'])
  })

  it('asks for nothing where nothing shows: line ends, joiners, variation selectors', () => {
    expect(missingCharacters('a\r\n\tb\u200d\ufe0f\u0007')).toEqual([])
  })
})
