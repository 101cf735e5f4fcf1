import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { changedAfterPrint } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { formatDateTime, SectionPanel, SignatureBox } from '../../../ui'
import { PRINT_FORM } from '../print/form'

/** 打印与签字: how far the paper is (domain 10), and whether it still says what the record says. */
export function PaperPanel({ record, onPrint }: { record: Complaint; onPrint: () => void }) {
  const { t } = useTranslation('complaints')
  const print = record.prints[PRINT_FORM]
  const changed = changedAfterPrint(record, PRINT_FORM)
  const state = !print ? t('paper.notPrinted') : changed ? t('paper.changed') : t('paper.awaiting')
  return (
    <SectionPanel id="complaints.paper" title={t('paper.title')}>
      <SignatureBox
        label={t('paper.form')}
        state={state}
        tone={!print ? 'done' : changed ? 'danger' : 'waiting'}
        details={
          print && (
            <>
              <div>
                {t('paper.version', {
                  version: print.version,
                  at: formatDateTime(print.printedAt),
                  by: print.printedBy,
                })}
              </div>
              {changed && (
                <Box sx={{ color: 'error.main' }}>{t('paper.changedText', { version: print.version })}</Box>
              )}
            </>
          )
        }
        action={
          changed && (
            <div>
              <Button onClick={onPrint}>{t('paper.again')}</Button>
            </div>
          )
        }
      />
    </SectionPanel>
  )
}
