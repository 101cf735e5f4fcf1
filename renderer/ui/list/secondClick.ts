const KINDS = ['mousedown', 'mouseup', 'click', 'dblclick'] as const

/**
 * Call when a click has opened something in the place of what was clicked: the second click of a double click, a habit
 * from lists that want two, would fall on whatever has come under the pointer, and press it.
 */
export function ignoreSecondClick(): void {
  const until = new AbortController()
  const ignore = (event: MouseEvent): void => {
    const isSecond = event.detail > 1
    if (isSecond) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // The pair is over, or there was only one.
    if (!isSecond || event.type === 'dblclick') until.abort()
  }
  for (const kind of KINDS) window.addEventListener(kind, ignore, { capture: true, signal: until.signal })
}
