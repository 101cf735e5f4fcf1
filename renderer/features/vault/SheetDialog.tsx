import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/documents/registry'
import { PrintDialog } from '../../printing'
import { useDrawn } from '../../register/print/useDrawn'
import { useSheetFacts } from '../../register/print/useSheetFacts'
import { announce, refusalText } from '../../ui'
import { drawSheet } from './drawSheet'
import { useMarkPrinted } from './useMarkPrinted'

/** 《恢复单》 to look at, to print or to keep as a PDF; either counts as printed. */
export default function SheetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('vault')
  const markPrinted = useMarkPrinted()
  const facts = useSheetFacts()
  const drawn = useDrawn(facts && (() => drawSheet(facts.head)), () => {
    announce(t('sheet.failed'), 'problem')
    onClose()
  })
  return (
    <PrintDialog
      open
      form={forms.recoverySheet}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={async () => {
        if (drawn) await markPrinted(drawn.sheetId)
      }}
    />
  )
}
