import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'
import { renderForm } from '../../printing'
import { useSheetFacts } from '../../register/print/useSheetFacts'
import { announce, refusalText } from '../../ui'
import { drawSheet } from './drawSheet'
import { useMarkPrinted } from './useMarkPrinted'

/** 保存为 PDF without looking at the sheet first; says where it lies. */
export function useSavePdf(): { save: () => void; busy: boolean } {
  const { t } = useTranslation(['printing', 'vault'])
  const facts = useSheetFacts()
  const markPrinted = useMarkPrinted()
  const [busy, setBusy] = useState(false)
  const keep = useCallback(async (): Promise<Refusal | null> => {
    if (!facts) return null
    const { definition, sheetId } = await drawSheet(facts.head)
    const bytes = await renderForm(definition)
    const saved = await desk.invoke('files.save', { suggestedName: `${definition.title}.pdf`, bytes })
    if (!saved.ok) return saved.refusal
    // Nothing was saved where the person thought better of it: the sheet has not left.
    if (saved.value.path === null) return null
    announce(t('printing:savedTo', { path: saved.value.path }))
    await markPrinted(sheetId)
    return null
  }, [facts, markPrinted, t])
  const save = (): void => {
    if (busy) return
    setBusy(true)
    keep()
      .then((refusal) => refusal && announce(refusalText(refusal), 'problem'))
      .catch(() => announce(t('vault:sheet.failed'), 'problem'))
      .finally(() => setBusy(false))
  }
  return { save, busy }
}
