import { useEffect, useRef } from 'react'
import { type Burst, NO_BURST, type ScannedCode, scannedIn, withKey } from './burst'
import { fieldNow, restoreFields } from './typedFields'

/** Answers true where it took the code. */
type OnScanned = (code: ScannedCode) => boolean

// The newest stands last: what opened last answers first.
const takers: OnScanned[] = []

/** Scanners end a line with CR and LF: what comes right behind the Enter is theirs too, ms. */
const ECHO_MS = 150

/**
 * Takes what a USB scanner reads while this is mounted and `enabled`, before the desk opens the record:
 *
 *     useScanned(({ number }) => tickOff(number)) // true: taken
 */
export function useScanned(taker: OnScanned, enabled = true): void {
  const newest = useRef(taker)
  useEffect(() => {
    newest.current = taker
  })
  useEffect(() => {
    if (!enabled) return undefined
    const mine: OnScanned = (code) => newest.current(code)
    takers.push(mine)
    return () => {
      takers.splice(takers.indexOf(mine), 1)
    }
  }, [enabled])
}

/**
 * Listens for the keys of a USB scanner (domain 10) while `enabled`: a burst that spells a code and ends with Enter
 * never reaches what has the keyboard; what its letters wrote is taken back. Everything else goes by untouched.
 * `otherwise` gets what nobody took.
 */
export function useScannerKeys(otherwise: (code: ScannedCode) => void, enabled: boolean): void {
  const newest = useRef(otherwise)
  useEffect(() => {
    newest.current = otherwise
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = scannerListener((code) => {
      if (!takers.toReversed().some((taker) => taker(code))) newest.current(code)
    })
    // Before anything on the screen sees the key.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [enabled])
}

function scannerListener(onCode: OnScanned | ((code: ScannedCode) => void)): (event: KeyboardEvent) => void {
  let burst: Burst = NO_BURST
  let before: ReturnType<typeof fieldNow>[] = []
  let takenAt = Number.NEGATIVE_INFINITY
  return (event) => {
    const { key, code, shiftKey, timeStamp: at } = event
    if (key === 'Enter' || (key === 'Process' && code.endsWith('Enter'))) {
      const found = scannedIn(burst, at)
      const echo = at - takenAt <= ECHO_MS
      if (found || echo) swallow(event)
      if (found) {
        takenAt = at
        takeBack(before.slice(found.from), event.isComposing || key === 'Process')
        onCode(found.code)
      }
      burst = NO_BURST
      before = []
      return
    }
    // Alt with digits is how some scanners write 客服: it neither counts nor ends anything.
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = withKey(burst, { key, code, shiftKey, at })
    if (next === burst) return
    before = next.letters.length > 1 ? [...before, fieldNow()] : [fieldNow()]
    burst = next
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function takeBack(before: Parameters<typeof restoreFields>[0], composing: boolean): void {
  if (!composing) {
    restoreFields(before)
    return
  }
  // The input method lets go of its letters when the field loses the keyboard.
  before[0]?.field.blur()
  setTimeout(() => restoreFields(before))
}
