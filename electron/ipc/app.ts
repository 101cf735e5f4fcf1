import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The application itself: facts, readiness, language, links, leaving. */
export function appHandlers(ports: Ports): HandlersOf<'app'> {
  return {
    'app.info': reads(() => accept(ports.info())),
    'app.ready': reads(({ screen }, { window }) => {
      ports.ready(window, screen)
      return accept({})
    }),
    'app.quit': writes(() => {
      ports.quit()
      return accept({})
    }),
    'app.openExternal': writes(({ url }) => ports.openExternal(url)),
    'app.setLocale': writes(async ({ locale }) => {
      await ports.setLocale(locale)
      return accept({})
    }),
  }
}
