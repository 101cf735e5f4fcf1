import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { useData, useQuery, useRole } from '../../data'
import { SectionPanel } from '../../ui'
import { PinAgain } from './PinAgain'
import { ReplacedData } from './ReplacedData'
import { RestoreFlow } from './RestoreFlow'

/** 设置 → 备份: 从备份恢复, and what was replaced by it; for the director, who shows the PIN again. */
export function RestorePanel() {
  const { t } = useTranslation('restore')
  const data = useData()
  const allowed = may(useRole(), 'office.restore')
  const office = useQuery(async (db) => (await db.of('office').toCollection().first()) ?? null, [])
  const [step, setStep] = useState<'none' | 'pin' | 'flow'>('none')
  if (!allowed || !office) return null
  return (
    <>
      <SectionPanel id="settings.restore" title={t('title')}>
        {step === 'flow' ? (
          <RestoreFlow
            replaces={office.id}
            ledger={null}
            erasures={() => data.db.of('erasures').toArray()}
            onLeave={() => setStep('none')}
          />
        ) : (
          <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
            <Box>{t('panel.text')}</Box>
            <Button variant="outlined" onClick={() => setStep('pin')}>
              {t('panel.begin')}
            </Button>
          </Box>
        )}
      </SectionPanel>
      <ReplacedData />
      {step === 'pin' && (
        <PinAgain
          title={t('title')}
          text={t('panel.pinText')}
          confirmLabel={t('panel.go')}
          onRight={() => setStep('flow')}
          onClose={() => setStep('none')}
        />
      )}
    </>
  )
}
