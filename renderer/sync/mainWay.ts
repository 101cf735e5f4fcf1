import type { SyncOutcome } from '../../shared/ipc/syncChannels'
import { desk } from '../platform/desk'
import type { SyncWay } from './ports'

/** Nothing is known of what became of it. */
const LOST: SyncOutcome = { kind: 'trouble', trouble: 'refused', status: null }
let files = 0

/** The way to the server through the main process: the page has no network of its own. */
export const mainWay: SyncWay = {
  request: async (request) => {
    const answer = await desk.invoke('sync.request', request)
    return answer.ok ? answer.value : LOST
  },
  cancel: (id) => void desk.invoke('sync.cancel', { id }),
  sendFile: async (sha256, officeId) => {
    const answer = await desk.invoke('sync.sendFile', { id: `file-${(files += 1)}`, sha256, officeId })
    return answer.ok ? answer.value : LOST
  },
  fetchFile: async (sha256) => {
    const answer = await desk.invoke('sync.fetchFile', { id: `file-${(files += 1)}`, sha256 })
    return answer.ok ? answer.value : { got: 'missing', outcome: LOST }
  },
  state: async () => {
    const answer = await desk.invoke('sync.state', {})
    const state = answer.ok ? answer.value : null
    return { on: state?.server !== null && state?.hasPassword === true, paused: state?.paused ?? false }
  },
}
