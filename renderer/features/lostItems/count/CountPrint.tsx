import { useTranslation } from 'react-i18next'
import { forms } from '../../../../shared/documents/registry'
import type { ShelfCount } from '../../../../shared/domain/shelfCount/types'
import { lostItemPaper, useRun } from '../../../data'
import { PrintDialog } from '../../../printing'
import { useDrawn } from '../../../register/print/useDrawn'
import { useSheetFacts } from '../../../register/print/useSheetFacts'
import { announce, formatDateTime, refusalText } from '../../../ui'
import { drawShelf } from '../print/draw'

/** 《失物盘点表》 to look at and print; the print is logged (domain 13). */
export default function CountPrint({ count, onClose }: { count: ShelfCount; onClose: () => void }) {
  const { t } = useTranslation('paper')
  const run = useRun()
  const facts = useSheetFacts()
  const drawn = useDrawn(facts && (async () => drawShelf(count, facts.head)), () => {
    announce(t('batch.failed'), 'problem')
    onClose()
  })
  return (
    <PrintDialog
      open
      form={forms.lostShelf}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={async ({ way }) => {
        const printed = {
          form: 'lostShelf',
          rows: count.lines.length,
          way,
          about: formatDateTime(count.startedAt),
        }
        const noted = await run(lostItemPaper.printList, printed)
        if (!noted.ok) announce(refusalText(noted.refusal), 'problem')
      }}
    />
  )
}
