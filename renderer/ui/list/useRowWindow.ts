import { type RefObject, useEffect, useState } from 'react'

const SPARE = 8

/** Which rows of a list with rows of one height are in sight, with some to spare: `first` up to, not with, `end`. */
export interface RowWindow {
  first: number
  end: number
}

/** The rows to draw for a scroll position. Pure. */
export function rowWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): RowWindow {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE)
  return {
    first: Math.min(first, count),
    end: Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + SPARE),
  }
}

/** Follows the scrolling and the size of `scroller`. Draws again only when other rows come into sight. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      // Whole rows only: a scroll within a row changes nothing that is drawn.
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight
      const height = element.clientHeight
      setView((old) => (old.top === top && old.height === height ? old : { top, height }))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, rowHeight])
  return rowWindow(view.top, view.height, rowHeight, count)
}

/** Scrolls just so far that row `index` is in sight below the head of `headHeight`. */
export function showRow(element: HTMLElement, index: number, rowHeight: number, headHeight: number): void {
  const top = index * rowHeight
  const bottom = top + rowHeight + headHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTop = bottom - element.clientHeight
}
