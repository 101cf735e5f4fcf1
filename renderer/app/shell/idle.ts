const KEY = 'desk.activity'

// Writing at each key stroke would cost more than it tells.
const WRITE_EVERY_MS = 2_000

let written = 0

/** Remembers that somebody is there, for all windows of the application. `now` in ms. */
export function noteActivity(now: number): void {
  if (now >= written && now - written < WRITE_EVERY_MS) return
  written = now
  localStorage.setItem(KEY, String(now))
}

/** When somebody was last there in any window, ms; null when never noted. */
export function lastActivity(): number | null {
  const text = localStorage.getItem(KEY)
  return text === null ? null : Number(text)
}

/**
 * Whether it is time to lock (domain 1). A clock set back makes the last activity lie ahead: that counts as idle for
 * as long as it lies ahead beyond the limit, so that turning the clock is no way around the lock.
 */
export function isIdle(last: number | null, now: number, minutes: number): boolean {
  if (last === null) return false
  return Math.abs(now - last) >= minutes * 60_000
}
