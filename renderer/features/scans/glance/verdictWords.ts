import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenNumber } from '../../../../shared/domain/scan'
import type { ChipTone } from '../../../ui'
import type { ScanRow } from './rows'

/** What becomes of a sheet, in a word with its shape, and why in a sentence ('' where the word says it). */
export interface VerdictWords {
  tone: ChipTone
  word: string
  why: string
}

/** Says of a scan where it stands, or why it waits for a person (domain 10). */
export function useVerdictWords(): (row: ScanRow) => VerdictWords {
  const { t } = useTranslation('scans')
  return useCallback(
    (row) => {
      const { scan, verdict, found, form } = row
      if (scan.state === 'filed') return { tone: 'good', word: t('state.filed'), why: '' }
      if (scan.state === 'discarded')
        return { tone: 'void', word: t('state.discarded'), why: scan.discarded?.reason ?? '' }
      if (verdict === 'sure') return { tone: 'fresh', word: t('willFile'), why: '' }
      const [code] = scan.codes
      const print = form === null ? undefined : found?.record.prints[form]
      return {
        tone: 'soon',
        word: t('state.waiting'),
        why: t(`why.${verdict}`, {
          number: found?.record.number ?? (code ? writtenNumber(code) : ''),
          version: code?.version ?? 0,
          newest: print?.version ?? 0,
          form: code?.form ?? '',
          count: scan.codes.length,
        }),
      }
    },
    [t],
  )
}
