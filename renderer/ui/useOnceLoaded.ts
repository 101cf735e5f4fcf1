import { useEffect, useRef } from 'react'

/** Does `act` at once, or when what is being looked for is there: a quick clerk's Enter means what was typed. */
export function useOnceLoaded(loading: boolean, act: () => void): () => void {
  const wanted = useRef(false)
  const newest = useRef({ loading, act })
  useEffect(() => {
    newest.current = { loading, act }
    if (!wanted.current || loading) return
    wanted.current = false
    act()
  })
  return () => {
    if (newest.current.loading) wanted.current = true
    else newest.current.act()
  }
}
