import { accept, type Result, refuse } from '../../shared/util/result'
import { BACKUP_ENDING } from '../../shared/schema/backup'
import { bringFile } from '../services/restore/bringFile'
import type { OfficePlace, Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** Reading backups and bringing what they hold into a staged dataset; nothing here touches the office's own data. */
export function restoreHandlers(ports: Ports): HandlersOf<'restore'> {
  const stagedPlace = async (id: string): Promise<Result<OfficePlace>> => {
    const { staged } = await ports.datasets.list()
    const found = staged.find((one) => one.id === id)
    return found ? accept(ports.placeOf(found)) : refuse('dataset.unknown')
  }
  return {
    'restore.choose': reads(async (_input, { window }) => {
      const endings = [BACKUP_ENDING.slice(1)]
      const [path] = await ports.askWhich(window, { several: false, endings, what: 'backups' })
      return accept({ offer: path === undefined ? null : await ports.restores.offer(path) })
    }),
    'restore.known': reads(async () => accept({ offers: await ports.restores.known() })),
    'restore.newer': reads(async ({ token, ...than }) =>
      accept({ offers: await ports.restores.newer(token, than) }),
    ),
    'restore.begin': reads(({ token, password, purpose }) => ports.restores.begin(token, password, purpose)),
    'restore.more': reads(({ token }) => ports.restores.more(token)),
    'restore.end': reads(async ({ token }) => {
      await ports.restores.end(token)
      return accept({})
    }),
    'restore.adopt': writes(async ({ token, dataset }) => {
      const place = await stagedPlace(dataset)
      if (!place.ok) return place
      const opened = ports.restores.opened(token)
      if (!opened) return refuse('restore.unknown')
      const adopted = await place.value.vault.adopt(opened.secrets)
      if (!adopted.ok) return adopted
      // Whoever typed it has it on paper.
      const printed = await place.value.vault.markPrinted()
      if (!printed.ok) return printed
      return accept({ key: new Uint8Array(Buffer.from(opened.secrets.fieldKey, 'base64')) })
    }),
    'restore.attachments': writes(async ({ token, dataset, sha256 }) => {
      const place = await stagedPlace(dataset)
      if (!place.ok) return place
      const opened = ports.restores.opened(token)
      if (!opened) return refuse('restore.unknown')
      const places = {
        beside: opened.folder,
        own: ports.ownFiles(),
        target: place.value.files,
        identity: opened.secrets.identity,
      }
      const missing: string[] = []
      const altered: string[] = []
      for (const one of sha256) {
        const brought = await bringFile(places, one)
        if (brought === 'missing') missing.push(one)
        if (brought === 'altered') altered.push(one)
      }
      return accept({ missing, altered })
    }),
  }
}
