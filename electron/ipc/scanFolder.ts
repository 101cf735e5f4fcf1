import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The folder of the office's scanner (domain 10): the user chooses it, the page only names files that were seen in it. */
export function scanFolderHandlers({
  scanFolder,
  askFolder,
  keepScanFolder,
}: Pick<Ports, 'scanFolder' | 'askFolder' | 'keepScanFolder'>): HandlersOf<'scanFolder'> {
  return {
    'scanFolder.state': reads(async () => accept(await scanFolder.state())),
    'scanFolder.choose': writes(async (_input, { window }) => {
      const folder = await askFolder(window)
      if (folder !== null) {
        await keepScanFolder(folder)
        scanFolder.use(folder)
      }
      return accept(await scanFolder.state())
    }),
    'scanFolder.forget': writes(async () => {
      await keepScanFolder(null)
      scanFolder.use(null)
      return accept(await scanFolder.state())
    }),
    'scanFolder.take': reads(({ name }) => scanFolder.take(name)),
    'scanFolder.done': writes(({ name }) => scanFolder.done(name)),
  }
}
