import { useEffect, useRef } from 'react'
import { isIdle, lastActivity, noteActivity } from './idle'

const LOOK_EVERY_MS = 5_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks after `minutes` without a sign of anybody, also when the machine slept over it (domain 1). */
export function useIdleLock(minutes: number, lock: () => void): void {
  const newest = useRef(lock)
  useEffect(() => {
    newest.current = lock
  })
  useEffect(() => {
    noteActivity(Date.now())
    const look = () => {
      if (isIdle(lastActivity(), Date.now(), minutes)) newest.current()
    }
    // The first sign after a long absence must not count before the look: the machine may just have woken up.
    const sign = () => {
      look()
      noteActivity(Date.now())
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true })
    }
  }, [minutes])
}
