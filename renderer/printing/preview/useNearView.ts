import { type RefObject, useEffect, useState } from 'react'

/** How far outside of what is seen a page is made ready, so that scrolling finds it drawn. */
const MARGIN = '800px 0px'

/** True while the element is in view or nearly so. A batch has hundreds of pages: drawn at once they would fill the memory. */
export function useNearView(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target) return undefined
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: target.parentElement,
      rootMargin: MARGIN,
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return near
}
