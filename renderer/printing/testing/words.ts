import { readFileSync } from 'node:fs'
import type { Words } from '../../../shared/documents/words'

const files = new Map<string, unknown>()

function fileOf(namespace: string): unknown {
  const url = new URL(`../../../resources/locales/zh-CN/${namespace}.json`, import.meta.url)
  const read: unknown = files.get(namespace) ?? JSON.parse(readFileSync(url, 'utf8'))
  files.set(namespace, read)
  return read
}

function found(key: string): unknown {
  const [namespace = '', path = ''] = key.split(':')
  const step = (at: unknown, name: string): unknown =>
    at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[name] : undefined
  return path.split('.').reduce(step, fileOf(namespace))
}

/** The Chinese words of the locales, as the documents are given them. A key without a word is an error. */
export const chineseWords: Words = (key, params = {}) => {
  const text = found(key)
  if (typeof text !== 'string') throw new Error(`no word for ${key}`)
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}
