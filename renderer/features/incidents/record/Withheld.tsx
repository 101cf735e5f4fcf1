import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { NoticeBar, ScreenBody, ScreenHead, StatusChip, useMenuCommand } from '../../../ui'
import { STATE_TONES } from '../words'

/** A 限阅 record for whoever may not read it: number, type and state (domain 7). */
export function Withheld({ record, onBack }: { record: Incident; onBack: () => void }) {
  const { t } = useTranslation(['incidents', 'record'])
  const { number, state, report } = record
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead
        title={number}
        facts={
          <>
            <StatusChip tone={STATE_TONES[state]} label={t(`state.${state}`)} />
            <strong>{t(`kind.${report.kind}`)}</strong>
            <StatusChip tone="waiting" label={t('restricted.chip')} />
          </>
        }
        actions={<Button onClick={onBack}>{t('record:toList')}</Button>}
      />
      <ScreenBody narrow>
        <NoticeBar tone="soon">{t('restricted.withheld')}</NoticeBar>
      </ScreenBody>
    </>
  )
}
