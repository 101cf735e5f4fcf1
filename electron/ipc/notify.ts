import { accept, refuse } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** Notifications of the system. Refusal: notify.unsupported, which is nobody's to see but is in the log. */
export function notifyHandlers(ports: Ports): HandlersOf<'notify'> {
  return {
    'notify.show': writes((notice) => {
      if (ports.notify(notice)) return accept({})
      ports.log.write('warn', 'notify.unsupported')
      return refuse('notify.unsupported')
    }),
  }
}
