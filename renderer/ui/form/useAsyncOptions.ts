import { useEffect, useState } from 'react'

interface Answer<Option> {
  query: string
  options: readonly Option[]
  /** It could not be read: that there are none means nothing. */
  failed: boolean
}

/**
 * Options for `query` from `load`: an answer to another question is never offered, for Enter would take it for this one.
 */
export function useAsyncOptions<Option>(
  load: (query: string) => Promise<readonly Option[]>,
  query: string,
  alsoEmpty: boolean,
): { options: readonly Option[]; loading: boolean; failed: boolean } {
  const [found, setFound] = useState<Answer<Option> | null>(null)
  const asked = query.trim() !== '' || alsoEmpty
  useEffect(() => {
    if (!asked) return undefined
    let overtaken = false
    const take = (options: readonly Option[], failed: boolean) => {
      if (!overtaken) setFound({ query, options, failed })
    }
    load(query).then(
      (options) => take(options, false),
      () => take([], true),
    )
    return () => {
      overtaken = true
    }
  }, [load, query, asked])
  if (!asked) return { options: [], loading: false, failed: false }
  if (found?.query !== query) return { options: [], loading: true, failed: false }
  return { options: found.options, loading: false, failed: found.failed }
}
