import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads } from './types'

/** Windows: records of their own, the camera while 拍照 is open, and the word that typed text is safe. */
export function windowHandlers(ports: Ports): HandlersOf<'window'> {
  return {
    'window.openRecord': reads(({ route }) => {
      ports.openRecord(route)
      return accept({})
    }),
    'window.mayClose': reads((_input, { window }) => {
      ports.mayClose(window)
      return accept({})
    }),
    'window.useCamera': reads(({ on }, { window }) => {
      ports.useCamera(window, on)
      return accept({})
    }),
  }
}
