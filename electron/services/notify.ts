/** A quiet notification. `route` is a hash route of the main window such as `/complaints/<id>`. */
export interface Notice {
  title: string
  body: string
  route: string
}

/** The system's notifications, as far as they are used here. */
export interface NoticeSystem {
  isSupported(): boolean
  /** Shows it without a sound. `onClick` and `onGone` may never be called. */
  show(notice: Notice, onClick: () => void, onGone: () => void): unknown
}

/** More than these are not held: whoever has not looked by then finds everything under 今日. */
const MOST_HELD = 8

/** Makes the function that shows notices; it answers false where the system shows none. */
export function makeNotifier(
  system: NoticeSystem,
  openRoute: (route: string) => void,
): (notice: Notice) => boolean {
  // A notification that nobody holds is collected, and its click is lost with it.
  const held = new Map<Notice, unknown>()
  return (notice) => {
    if (!system.isSupported()) return false
    const forget = () => void held.delete(notice)
    const clicked = () => {
      forget()
      openRoute(notice.route)
    }
    held.set(notice, system.show(notice, clicked, forget))
    const [oldest] = held.keys()
    if (oldest && held.size > MOST_HELD) held.delete(oldest)
    return true
  }
}
