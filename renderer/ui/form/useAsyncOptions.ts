import { useEffect, useState } from 'react'

/** Options for `query` from `load`: an answer that was overtaken by a newer question is never shown. */
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
  return { options: found?.options ?? [], loading: found?.query !== query }
}
