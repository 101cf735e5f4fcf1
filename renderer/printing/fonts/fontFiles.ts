/** The form's own font and its files, by the names that the font package gives them. */
export const MAIN_FONT = 'NotoSansSC'
export const MAIN_FILE = 'NotoSansSC_400Regular.ttf'
export const BOLD_FILE = 'NotoSansSC_700Bold.ttf'

/** Emoji in black outlines. */
export const EMOJI_FONT = 'NotoEmoji_400Regular'

/** The file of a fallback font, which is named by its file: parts of HanaMin are WOFF2, the rest TrueType. */
export function fileOf(font: string): string {
  return font === EMOJI_FONT ? `${font}.ttf` : `${font}.woff2`
}

function numbered(part: string, count: number, digits: number): string[] {
  return Array.from({ length: count }, (_, index) => `${part}-${String(index + 1).padStart(digits, '0')}`)
}

/**
 * The parts of HanaMin that add characters to our own font: the ideographs of Extensions B to F, their compatibility
 * forms, and signs that people type. Each is fetched only when a text needs it. Its emoji are left to Noto Emoji.
 */
export const HANAMIN_PARTS: readonly string[] = [
  ...[
    'CJK-Compatibility-Ideographs',
    'CJK-Compatibility-Ideographs-Supplement',
    'Arrows',
    'Currency-Symbols',
    'Cyrillic',
    'Dingbats',
    'General-Punctuation',
    'Geometric-Shapes',
    'Greek-and-Coptic',
    'IPA-Extensions',
    'Latin-Extended-A',
    'Latin-Extended-Additional',
    'Latin-Extended-B',
    'Letterlike-Symbols',
    'Mathematical-Operators',
    'Miscellaneous-Symbols',
    'Miscellaneous-Symbols-and-Arrows',
    'Miscellaneous-Technical',
    'Number-Forms',
    'Spacing-Modifier-Letters',
    'Specials',
    'Superscripts-and-Subscripts',
  ].map((block) => `HanaMinA.${block}`),
  ...[
    ...numbered('B', 42, 2),
    ...numbered('C', 5, 1),
    'D',
    ...numbered('E', 6, 1),
    ...numbered('F', 8, 1),
  ].map((part) => `HanaMinB.CJK-Unified-Ideographs-Extension-${part}`),
]
