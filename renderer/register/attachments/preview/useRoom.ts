import { type RefObject, useEffect, useState } from 'react'
import type { Size } from './imageLayout'

/** The room inside an element, followed as its window changes. */
export function useRoom(frame: RefObject<HTMLElement | null>): Size {
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    // The outer size: scroll bars that come with a nearer look must not make the picture fit anew.
    const measure = (): void => setRoom({ width: element.offsetWidth, height: element.offsetHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [frame])
  return room
}
