import { type RefObject, useEffect, useRef } from 'react'

const MAIN = 'button[data-main]:not([disabled])'

/** Gives the keyboard to the first of the buttons that is there, else to the main one, else to the record. */
function focusIn(frame: HTMLElement | null, selector: string): void {
  const target =
    frame?.querySelector<HTMLElement>(selector) ?? frame?.querySelector<HTMLElement>(MAIN) ?? frame
  target?.focus()
}

/**
 * Where the keyboard goes once a form or dialog of the record has closed: call the answer with a selector of the
 * wanted button, or without one for the main button. Waits until the record is `free`: nothing is open in it, and
 * what it shows is what was saved. Who has gone on elsewhere meanwhile is left alone.
 */
export function useFocusBack(
  frame: RefObject<HTMLElement | null>,
  free: boolean,
): (selector?: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null || !free) return
    const selector = wanted.current
    wanted.current = null
    const now = document.activeElement
    if (!now || now === document.body || frame.current?.contains(now)) focusIn(frame.current, selector)
  })
  return (selector = MAIN) => {
    wanted.current = selector
  }
}

/** The record takes the keyboard as it opens, when that is `wanted`. */
export function useFocusOnOpen(frame: RefObject<HTMLElement | null>, wanted: boolean): void {
  useEffect(() => {
    if (wanted) focusIn(frame.current, MAIN)
  }, [frame, wanted])
}
