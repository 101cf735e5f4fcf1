import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The office's data as one whole, and the switch between an old and a restored one. */
export function datasetHandlers(ports: Ports): HandlersOf<'dataset'> {
  return {
    'dataset.list': reads(async () => accept(await ports.datasets.list())),
    'dataset.stage': writes(async () => accept(await ports.datasets.stage())),
    'dataset.activate': writes(({ id, unused = false }) => ports.activate(id, unused)),
    'dataset.remove': writes(async ({ id }) => {
      const { staged, replaced } = await ports.datasets.list()
      const known = [...staged, ...replaced].find((one) => one.id === id)
      const removed = await ports.datasets.remove(id)
      if (removed.ok && known) await ports.placeOf(known).forget()
      return removed
    }),
  }
}
