import type { PackageWords } from '../../../../../shared/domain/monthPackage'

/** Words of one language by namespace, as the locale's files have them. */
export type Bundles = Readonly<Record<string, unknown>>

/** Looks a word up by its key, `complaints:cause.fees`; the key itself where there is none. */
export function wordsIn(bundles: Bundles): PackageWords {
  return (key) => {
    const [namespace = '', path = ''] = key.split(':')
    const found = path.split('.').reduce(within, bundles[namespace])
    return typeof found === 'string' ? found : key
  }
}

function within(place: unknown, name: string): unknown {
  return typeof place === 'object' && place !== null && Object.hasOwn(place, name)
    ? (place as Record<string, unknown>)[name]
    : undefined
}

/**
 * Every word of the app, and the names under which its files know them: what stands in the package for a word of a
 * closed list, whatever people are called. Sentences with gaps are none of them: anything could fill a gap.
 */
export function vocabularyOf(bundles: Bundles): Set<string> {
  const words = new Set<string>()
  const walk = (place: unknown, namespace: string, path: readonly string[]): void => {
    if (typeof place === 'string') {
      if (!place.includes('{{')) words.add(place)
      words.add(`${namespace}:${path.join('.')}`)
      words.add(path.slice(1).join('.'))
      words.add(path.at(-1) ?? '')
    } else if (typeof place === 'object' && place !== null) {
      for (const [name, inner] of Object.entries(place)) walk(inner, namespace, [...path, name])
    }
  }
  for (const [namespace, bundle] of Object.entries(bundles)) walk(bundle, namespace, [])
  return words
}
