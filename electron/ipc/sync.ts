import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The page's only way to a network: requests of replication, to the server that is set up (issue "Set-up"). */
export function syncHandlers(ports: Ports): HandlersOf<'sync'> {
  return {
    'sync.state': reads(async () => accept(await ports.sync.state())),
    'sync.setUp': writes((typed) => ports.sync.setUp(typed)),
    'sync.forget': writes(() => ports.sync.forget()),
    'sync.pause': writes(({ paused }) => ports.sync.pause(paused)),
    'sync.test': reads(({ officeId, ...typed }) => ports.sync.test(typed, officeId)),
    'sync.request': writes((request) => ports.sync.request(request)),
    'sync.cancel': reads(({ id }) => {
      ports.sync.cancel(id)
      return accept({})
    }),
    'sync.sendFile': writes(({ id, sha256, officeId }) => ports.sync.sendFile(id, sha256, officeId)),
    'sync.fetchFile': writes(({ id, sha256 }) => ports.sync.fetchFile(id, sha256)),
  }
}
