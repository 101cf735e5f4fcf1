import { namePinyin } from './pinyin'
import { foldText } from './textFold'

/** What a record is found by. `names` are found by pinyin too (domain 10: zs → 张三). */
export interface SearchParts {
  names: string[]
  texts: string[]
}

/** Between the pieces: folding strips it from every query, so that no match runs over two fields. */
const PIECE_END = '\n'

/** One folded text for the search index; each piece once. Needs `loadPinyin`. */
export function searchText({ names, texts }: SearchParts): string {
  const folded = [...names, ...texts].map(foldText)
  const spoken = names.filter((name) => name.trim() !== '').flatMap(pinyinPieces)
  return [...new Set([...folded, ...spoken])].filter((piece) => piece !== '').join(PIECE_END)
}

function pinyinPieces(name: string): string[] {
  const { full, initials } = namePinyin(name)
  return [full, initials]
}
