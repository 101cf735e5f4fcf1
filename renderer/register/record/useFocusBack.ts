import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react'

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
  // What was saved may be on screen already: nothing else would draw the record again.
  const [, look] = useReducer((count: number) => count + 1, 0)
  useKeptFocus(frame, free)
  useEffect(() => {
    if (wanted.current === null || !free) return
    const selector = wanted.current
    wanted.current = null
    const now = document.activeElement
    if (!now || now === document.body || frame.current?.contains(now)) focusIn(frame.current, selector)
  })
  return (selector = MAIN) => {
    wanted.current = selector
    look()
  }
}

/**
 * What had the keyboard may go with a change of the record, as a button does once it has done its work, or stay and be
 * for another role from now on (主管核实 after 提交报告): the record takes it.
 */
function useKeptFocus(frame: RefObject<HTMLElement | null>, free: boolean): void {
  const isFree = useRef(free)
  useLayoutEffect(() => {
    isFree.current = free
  })
  useEffect(() => {
    const record = frame.current
    if (!record) return undefined
    let last = document.activeElement
    const note = () => {
      last = document.activeElement
    }
    const changes = new MutationObserver(() => {
      const now = document.activeElement
      // A button that is shut keeps the keyboard until the next picture is drawn, and nobody then.
      const shut = last !== null && record.contains(last) && last.matches(':disabled')
      const lost =
        (now === document.body && last?.isConnected === false) ||
        (shut && (now === document.body || now === last))
      // What is open above the record, a preview or a question, has the keyboard back by itself.
      const covered = record.closest('[aria-hidden=true]') !== null
      if (lost && isFree.current && !covered) focusIn(record, MAIN)
    })
    document.addEventListener('focusin', note)
    changes.observe(record, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', note)
      changes.disconnect()
    }
  }, [frame])
}

/** The record takes the keyboard as it opens, when that is `wanted`. */
export function useFocusOnOpen(frame: RefObject<HTMLElement | null>, wanted: boolean): void {
  useEffect(() => {
    if (wanted) focusIn(frame.current, MAIN)
  }, [frame, wanted])
}
