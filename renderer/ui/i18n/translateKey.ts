import type { Refusal } from '../../../shared/util/result'
import { i18n } from './instance'

// Keys that arrive as data (refusals, register names) cannot be checked by the compiler: this is the one place for them.
const translate = (key: string, options: Record<string, unknown>): string =>
  (i18n.t as unknown as (key: string, options: Record<string, unknown>) => string)(key, options)

/** Text for a key known only at run time, `namespace:key.path`; `fallback` where the locale lacks it. */
export function translateKey(key: string, params?: Record<string, unknown>, fallback?: string): string {
  return translate(key, { ...params, defaultValue: fallback ?? key })
}

/** Chinese text for a key, whatever language the screen has: printed forms are Chinese. */
export function chineseKey(key: string, params?: Record<string, unknown>): string {
  // Looked up when it is asked for: the translations are started after this file is read.
  const fixed = i18n.getFixedT('zh-CN') as unknown as typeof translate
  return fixed(key, params ?? {})
}

/** The sentence for a typed refusal (`refusal` namespace). */
export function refusalText(refusal: Refusal): string {
  return translateKey(`refusal:${refusal.key}`, refusal.params)
}
