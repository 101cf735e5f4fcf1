import { useEffect, useState } from 'react'

/** The screen's pixels for each CSS pixel; follows zoom and a move to another screen. */
export function useDevicePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio)
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`)
    const change = (): void => setRatio(window.devicePixelRatio)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [ratio])
  return ratio
}
