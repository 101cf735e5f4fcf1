import { useEffect } from 'react'
import { desk } from '../platform/desk'
import { offerOwnFont } from '../ui/fonts'

let told = false

/** Tells main, once, that `screen` can be used: after it was painted, so that a picture of it shows something. */
export function useReady(screen: string): void {
  useEffect(() => {
    if (told) return
    told = true
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        void desk.invoke('app.ready', { screen })
        // Ten megabytes of letters that most machines never need: not before the screen stands.
        setTimeout(offerOwnFont, 0)
      }),
    )
  }, [screen])
}
