import { useEffect, useRef, useState } from 'react'

/**
 * What is drawn once everything it needs is there, as it was at that moment: what was looked at is what is printed.
 * @param draw null while something is missing; called once.
 * @param onFailed told when it could not be drawn.
 */
export function useDrawn<D>(draw: (() => Promise<D>) | null, onFailed: () => void): D | null {
  const [drawn, setDrawn] = useState<D | null>(null)
  const failed = useRef(onFailed)
  const [wanted, setWanted] = useState<(() => Promise<D>) | null>(null)
  if (draw && !wanted) setWanted(() => draw)
  useEffect(() => {
    if (!wanted) return
    let shown = true
    const take = async (): Promise<void> => {
      try {
        const done = await wanted()
        if (shown) setDrawn(done)
      } catch {
        if (shown) failed.current()
      }
    }
    void take()
    return () => {
      shown = false
    }
  }, [wanted])
  return drawn
}
