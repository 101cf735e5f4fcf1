import { accept, type Result, refuse } from '../../shared/util/result'
import { Leavings } from '../services/leaving'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** 导出全部资料: the page names files, never a folder; nothing that was there before is touched. */
export function leavingHandlers(ports: Ports): HandlersOf<'leaving'> {
  const leavings = new Leavings(() => ports.attachments)
  return {
    'leaving.choose': writes(async ({ name, halfName }, { window }) => {
      const parent = await ports.askFolder(window)
      if (parent === null) return accept({ chosen: null })
      const begun = await leavings.begin(parent, name, halfName)
      return begun.ok ? accept({ chosen: begun.value }) : begun
    }),
    'leaving.write': writes(({ token, path, bytes }) => done(leavings.write(token, path, bytes))),
    'leaving.copy': writes(({ token, path, sha256 }) => done(leavings.copy(token, path, sha256))),
    'leaving.finish': writes(({ token }) => leavings.finish(token)),
    'leaving.open': writes(async ({ token }) => {
      const folder = leavings.finished(token)
      if (!folder) return refuse('leaving.unknown')
      return (await ports.openFolder(folder)) ? accept({}) : refuse('leaving.notOpened')
    }),
    'leaving.discard': writes(({ token }) => done(leavings.discard(token))),
  }
}

async function done(work: Promise<Result<unknown>>): Promise<Result<Record<string, never>>> {
  const answer = await work
  return answer.ok ? accept({}) : answer
}
