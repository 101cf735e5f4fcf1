import type { Block } from '../definition'
import { innerWidth } from './grid'
import { choices } from './marks'

/** All options of a list with tick boxes, the chosen one ticked, for a value cell of `span` columns after `from`. */
export function options<K extends string>(
  words: Record<K, string>,
  chosen: K | null | undefined,
  from: number,
  span: number,
): Block {
  const keys = Object.keys(words) as K[]
  return choices(
    keys.map((key) => ({ label: words[key], ticked: key === chosen })),
    innerWidth(from, span),
  )
}

/** 是 and 否 to tick; neither ticked while nobody knows. */
export function yesOrNo(said: boolean | null | undefined, from: number, span: number): Block {
  return choices(
    [
      { label: '是', ticked: said === true },
      { label: '否', ticked: said === false },
    ],
    innerWidth(from, span),
  )
}
