import { useTranslation } from 'react-i18next'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { ShelfCount, ShelfLine, TickWay } from '../../../../shared/domain/shelfCount/types'
import {
  findByBareNumber,
  findByNumber,
  getRecord,
  tickCommand,
  untickCommand,
  useData,
  useRun,
} from '../../../data'
import { useScanned } from '../../../register/scanner/useScanner'
import { announce, refusalText } from '../../../ui'

export interface Ticking {
  /** What somebody typed; true where it was an item's number. */
  byNumber: (typed: string) => Promise<boolean>
  /** By hand: ticks the line, or takes its tick back. */
  toggle: (line: ShelfLine) => void
}

/** Ticks things off: by the label under the scanner, by a typed number, by hand (domain 6). */
export function useTicking(count: ShelfCount, enabled: boolean): Ticking {
  const { t } = useTranslation('shelfCounts')
  const { db, ports } = useData()
  const run = useRun()
  const tick = async (item: LostItem, way: TickWay): Promise<void> => {
    const { id, number, intake } = item
    const expected = count.lines.some(({ itemId }) => itemId === id)
    const done = await run(tickCommand, { id: count.id, itemId: id, way })
    const words = { number, name: intake.name }
    if (!done.ok) announce(refusalText(done.refusal), 'problem')
    else if (expected) announce(t('ticked', words), 'plain')
    else announce(t('stray', words), 'problem')
  }
  // Another register's sheet opens its record as everywhere.
  useScanned(({ number }) => {
    if (number.register !== 'SW') return false
    const take = async (): Promise<void> => {
      const found = await findByBareNumber(db, number)
      if (found?.table === 'lostItems') await tick(found.record as LostItem, 'scan')
      else announce(t('unknown', { text: `SW-${number.year}-${number.seq}` }), 'problem')
    }
    void take()
    return true
  }, enabled)
  return {
    byNumber: async (typed) => {
      const [item] = await findByNumber(db, 'lostItems', 'lostItem', typed, ports.now())
      if (!item) {
        announce(t('unknown', { text: typed }), 'problem')
        return false
      }
      await tick(item, 'hand')
      return true
    },
    toggle: (line) => {
      const change = async (): Promise<void> => {
        if (line.tick) {
          const back = await run(untickCommand, { id: count.id, itemId: line.itemId })
          if (!back.ok) announce(refusalText(back.refusal), 'problem')
          return
        }
        const item = await getRecord(db, 'lostItems', line.itemId)
        if (item) await tick(item, 'hand')
      }
      void change()
    },
  }
}
