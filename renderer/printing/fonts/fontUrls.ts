import emoji from '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf?url'
import regular from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import bold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import { BOLD_FILE, EMOJI_FONT, fileOf, MAIN_FILE } from './fontFiles'

// The bundler copies what a pattern names, and patterns must be written out: `HANAMIN_PARTS`, as files.
const hanamin = import.meta.glob<string>(
  [
    '../../../node_modules/hanamin/HanaMinA.{Arrows,CJK-Compatibility-Ideographs,CJK-Compatibility-Ideographs-Supplement,Currency-Symbols,Cyrillic,Dingbats,General-Punctuation,Geometric-Shapes,Greek-and-Coptic,IPA-Extensions,Latin-Extended-A,Latin-Extended-Additional,Latin-Extended-B,Letterlike-Symbols,Mathematical-Operators,Miscellaneous-Symbols,Miscellaneous-Symbols-and-Arrows,Miscellaneous-Technical,Number-Forms,Spacing-Modifier-Letters,Specials,Superscripts-and-Subscripts}.woff2',
    '../../../node_modules/hanamin/HanaMinB.CJK-Unified-Ideographs-Extension-*.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
)

/** Where each font file is served from, by its name. */
export const fontUrls: ReadonlyMap<string, string> = new Map([
  [MAIN_FILE, regular],
  [BOLD_FILE, bold],
  [fileOf(EMOJI_FONT), emoji],
  ...Object.entries(hanamin).map(([path, url]): [string, string] => [
    path.slice(path.lastIndexOf('/') + 1),
    url,
  ]),
])
