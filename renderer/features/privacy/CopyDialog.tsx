import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/documents/registry'
import type { WhoAsks } from '../../../shared/domain/privacy/person'
import { ACCESS_NOTES, type PersonHit, useData } from '../../data'
import { PrintDialog } from '../../printing'
import { useDrawn } from '../../register/print/useDrawn'
import { useSheetFacts } from '../../register/print/useSheetFacts'
import { announce, refusalText } from '../../ui'
import { drawCopy } from './drawCopy'

/** 《个人信息副本》 to look at, to print or to keep as a PDF; noted before it can be taken away. */
export default function CopyDialog(props: { who: WhoAsks; hits: readonly PersonHit[]; onClose: () => void }) {
  const { who, hits, onClose } = props
  const { t } = useTranslation('privacy')
  const data = useData()
  const facts = useSheetFacts()
  const draw = async () => {
    if (!facts) throw new Error('no office')
    const drawn = await drawCopy(data.db, facts.head, who, hits)
    const noted = await data.run(ACCESS_NOTES.copy, { table: 'persons', id: '', count: drawn.count })
    if (!noted.ok) throw new Error(noted.refusal.key)
    return drawn
  }
  const drawn = useDrawn(facts && draw, () => {
    announce(t('rights.failed'), 'problem')
    onClose()
  })
  return (
    <PrintDialog
      open
      form={forms.personCopy}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={async () => undefined}
    />
  )
}
