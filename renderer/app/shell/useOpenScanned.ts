import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formOfCode } from '../../../shared/documents/formOfCode'
import { bareNumber } from '../../../shared/domain/scan'
import { findByBareNumber, type SheetRecord, useData, useSession } from '../../data'
import type { ScannedCode } from '../../register/scanner/burst'
import { useScannerKeys } from '../../register/scanner/useScanner'
import { announce } from '../../ui'
import { report } from '../../platform/report'

/**
 * A sheet under the USB scanner opens its record from any screen (domain 10). Above an open dialog it is only said: what
 * stands in the dialog would be lost. Behind the lock nothing listens.
 */
export function useOpenScanned(): void {
  const { locked } = useSession()
  const { db } = useData()
  const navigate = useNavigate()
  const { t } = useTranslation('scans')
  const open = async (code: ScannedCode): Promise<void> => {
    const number = bareNumber(code.number)
    if (document.querySelector('[aria-modal=true]')) {
      announce(t('wedge.dialog', { number }), 'problem')
      return
    }
    const found = await findByBareNumber(db, code.number, formOfScanned(code))
    if (!found) {
      announce(t('wedge.unknown', { number }), 'problem')
      return
    }
    void navigate(`/${found.table}/${found.record.id}`)
    const remark = remarkOn(code, found)
    if (remark) announce(t(`wedge.${remark.key}`, remark), 'problem')
  }
  useScannerKeys((code) => {
    open(code).catch((error: unknown) => report('scanner.failed', error))
  }, !locked)
}

/** The form of the sheet in the hand; null for a bare number. */
function formOfScanned({ number, sheet }: ScannedCode) {
  return sheet && formOfCode(sheet.form, number.register)
}

/** What is to be said of the sheet in the hand: an earlier print, or one that was never made. */
function remarkOn({ number, sheet }: ScannedCode, { record }: SheetRecord) {
  if (!sheet) return null
  const form = formOfScanned({ number, sheet })
  const newest = (form && record.prints[form]?.version) ?? 0
  if (sheet.version === newest) return null
  const key = sheet.version < newest ? ('stale' as const) : ('notPrinted' as const)
  return { key, number: record.number, version: sheet.version, newest }
}
