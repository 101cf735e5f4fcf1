import { useEffect, useState } from 'react'

/** A text once nothing was typed for `ms`: what stands beside a form must not change at every key. */
export function useSettled(text: string, ms = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}
