import { type RefObject, useEffect, useRef } from 'react'

/** How far a key leads, in heights of what is in sight. */
const PAGES: Readonly<Record<string, number>> = {
  PageDown: 0.9,
  PageUp: -0.9,
  ArrowDown: 0.1,
  ArrowUp: -0.1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/**
 * The panel of what is open, a tab in one state of the review. Where the keyboard was left with what stood there before
 * and the new asks for nothing, the panel has it: Tab goes on within, and the keys that read on move what it holds.
 */
export function useReadingKeys(opened: string): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  const before = useRef(opened)
  useEffect(() => {
    if (before.current === opened) return
    before.current = opened
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [opened])
  useEffect(() => {
    const place = panel.current
    const read = (event: KeyboardEvent): void => {
      const pages = PAGES[event.key]
      if (event.target !== place || pages === undefined) return
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const scroller = place && scrollerIn(place)
      if (!scroller) return
      event.preventDefault()
      const { scrollTop, clientHeight, scrollHeight } = scroller
      scroller.scrollTop = Math.max(0, Math.min(scrollHeight, scrollTop + pages * clientHeight))
    }
    place?.addEventListener('keydown', read)
    return () => place?.removeEventListener('keydown', read)
  }, [])
  return panel
}

function scrollerIn(place: HTMLElement): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY),
  )
}
