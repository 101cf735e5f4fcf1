import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** The renderer's entries in the log. */
export function logHandlers({ log }: Ports): HandlersOf<'log'> {
  return {
    'log.write': writes(({ level, code, ids }) => {
      log.write(level, code, ids)
      return accept({})
    }),
  }
}
