import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlankOutlined'
import CheckBoxOutlined from '@mui/icons-material/CheckBoxOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../../../../shared/domain/complaint'
import { missingForClosing } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { NoticeBar } from '../../../ui'
import { useRecordActs } from '../../../register/record/acts'
import { isBlocked } from '../../../register/record/offers'
import type { ComplaintOffer } from './actions'

const DEMANDS = ['summary', 'correctiveActionRef', 'headOfficeReportedAt'] as const

interface DemandsProps {
  record: Complaint
  offers: readonly ComplaintOffer[]
}

/** What 重大 asks for before it can close, ticked off one by one, with why it is 重大 (domain 5). */
export function Demands({ record, offers }: DemandsProps) {
  const { t } = useTranslation(['complaints', 'branches'])
  const { take } = useRecordActs()
  if (!isOpen(record) || record.judgement?.severity !== 'major') return null
  const open = new Set(missingForClosing(record).map(({ field }) => field))
  const fill = offers.find(({ step }) => step === 'prepareClosing')
  const left = DEMANDS.some((demand) => open.has(demand))
  return (
    <NoticeBar
      tone={left ? 'danger' : 'plain'}
      action={
        fill &&
        left &&
        !isBlocked(fill) && (
          <Button variant="text" onClick={() => take('prepareClosing')}>
            {t('branches:demands.fill')}
          </Button>
        )
      }
    >
      {record.escalatedBecause && <div>{t(`because.${record.escalatedBecause}`)}</div>}
      <Box
        component="ul"
        aria-label={t('branches:demands.title')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 20px', listStyle: 'none', m: 0, p: 0 }}
      >
        {DEMANDS.map((demand) => (
          <Demand key={demand} name={t(`missing.${demand}`)} done={!open.has(demand)} />
        ))}
      </Box>
    </NoticeBar>
  )
}

function Demand({ name, done }: { name: string; done: boolean }) {
  const { t } = useTranslation('branches')
  const Mark = done ? CheckBoxOutlined : CheckBoxOutlineBlank
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Mark fontSize="small" aria-hidden color={done ? 'primary' : 'error'} />
      {`${name} ${done ? t('demands.done') : t('demands.open')}`}
    </Box>
  )
}
