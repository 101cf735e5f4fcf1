import type { Cause } from '../complaint/types'
import type { GuidanceMatter } from './types'

/** A matter for tests; its id is its title. */
export function matterNamed(id: string, keywords: string[], causes: Cause[]): GuidanceMatter {
  const lines = (list: string) => [`${list} 一`, `${list} 二`]
  return {
    id,
    title: id,
    causes,
    keywords,
    ask: lines('问'),
    say: lines('说'),
    act: lines('做'),
    record: lines('记'),
    avoid: lines('不要'),
    laws: [{ article: '《民法典》第288条', sense: '邻居之间互相方便' }],
  }
}
