import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads } from './types'

/** Windows: records of their own, and the word that typed text is safe. */
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
  }
}
