import { useEffect, useState } from 'react'

/**
 * Options for `query` from `load`: an answer to another question is never offered, for Enter would take it for this one.
 */
export function useAsyncOptions<Option>(
  load: (query: string) => Promise<readonly Option[]>,
  query: string,
  alsoEmpty: boolean,
): { options: readonly Option[]; loading: boolean } {
  const [found, setFound] = useState<{ query: string; options: readonly Option[] } | null>(null)
  const asked = query.trim() !== '' || alsoEmpty
  useEffect(() => {
    if (!asked) return undefined
    let overtaken = false
    void load(query).then((options) => {
      if (!overtaken) setFound({ query, options })
    })
    return () => {
      overtaken = true
    }
  }, [load, query, asked])
  if (!asked) return { options: [], loading: false }
  const loading = found?.query !== query
  return { options: loading ? [] : found.options, loading }
}
