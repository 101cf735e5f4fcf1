import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** Free space, watched so that writing stops politely before the disk is full. */
export function diskHandlers(ports: Ports): HandlersOf<'disk'> {
  return {
    'disk.status': reads(async () => accept({ freeBytes: await ports.freeBytes() })),
    'disk.discardDatabases': writes(async () => {
      await ports.discardDatabases()
      return accept({})
    }),
  }
}
