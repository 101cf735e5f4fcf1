import { describe, expect, it } from 'vitest'
import * as namespaces from './namespaces'

const all = import.meta.glob<unknown>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

const files = (locale: string) =>
  Object.keys(all)
    .filter((path) => path.includes(`/${locale}/`))
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
    .sort()
const read = (locale: string, file: string): unknown => all[`../../../resources/locales/${locale}/${file}`]

// English has a singular that Chinese lacks: `x_one` and `x_other` are one key.
function paths(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path.replace(/_(one|other)$/, '')]
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor a group`)
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key))
}
const keys = (locale: string, file: string) => [...new Set(paths(read(locale, file)))].sort()

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Object.values(value as Record<string, unknown>).flatMap(texts)
}

describe('locales', () => {
  it('have the same files', () => {
    expect(files('en')).toEqual(files('zh-CN'))
  })

  it.each(files('zh-CN'))('%s has the same keys in zh-CN and en, and no empty text', (file) => {
    expect(keys('en', file)).toEqual(keys('zh-CN', file))
    expect(
      [...texts(read('zh-CN', file)), ...texts(read('en', file))].filter((text) => !text.trim()),
    ).toEqual([])
  })

  it('are all known to the screen', () => {
    // desktop.json belongs to the menu and the dialogs of the main process.
    expect(files('zh-CN').filter((file) => file !== 'desktop.json')).toEqual(
      Object.keys(namespaces)
        .map((name) => `${name}.json`)
        .sort(),
    )
  })
})
