import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '../../../shared/ipc/backupChannels'
import type { Refusal } from '../../../shared/util/result'
import { may } from '../../../shared/domain/office/permissions'
import { attachmentTotal, useData, useQuery, useRole } from '../../data'
import { desk } from '../../platform/desk'
import {
  announce,
  Facts,
  formatBytes,
  formatDateTime,
  formatNumber,
  NoticeBar,
  ProgressPanel,
  RefusalBar,
  SectionPanel,
} from '../../ui'
import { useReminderText } from './BackupReminders'
import { ChooseSecond } from './ChooseSecond'
import { KeptList } from './KeptList'
import { PlaceCard } from './PlaceCard'
import { useBackupState } from './useBackupState'
import { useReminders } from './useReminders'

/**
 * 设置 → 备份: where the backups are and how they stand, 立即备份, and the second place. Everybody sees it and may
 * press 立即备份, which harms nobody; where the backups go is the director's.
 */
export function BackupPanel() {
  const { t } = useTranslation('backup')
  const state = useBackupState()
  const reminders = useReminders()
  const text = useReminderText()
  const director = may(useRole(), 'settings.write')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [chosen, setChosen] = useState(false)
  if (!state) return null
  return (
    <>
      {reminders.map((reminder) => (
        <NoticeBar key={reminder.key} tone={reminder.tone}>
          {text(reminder)}
        </NoticeBar>
      ))}
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <SectionPanel id="settings.backups" title={t('title')}>
        <Box sx={{ display: 'grid', gap: 4 }}>
          <Box>{t('about')}</Box>
          <Now state={state} onRefused={setRefusal} />
          <Files />
          {state.places.map((place) => (
            <PlaceCard
              key={place.place}
              place={place}
              director={director}
              justChosen={chosen}
              onRefused={setRefusal}
            />
          ))}
          {director && !state.places.some(({ place }) => place === 'second') && (
            <ChooseSecond onRefused={setRefusal} onChosen={() => setChosen(true)} />
          )}
        </Box>
      </SectionPanel>
      <SectionPanel id="settings.backups.kept" title={t('kept.title')}>
        <KeptList places={state.places} />
      </SectionPanel>
    </>
  )
}

/** What 附件 takes: each place keeps them once, beside its backups. */
function Files() {
  const { t } = useTranslation('backup')
  const total = useQuery((db) => attachmentTotal(db), [])
  if (!total) return null
  const value = t('files.total', { count: formatNumber(total.files), size: formatBytes(total.bytes) })
  return <Facts items={[{ label: t('files.title'), value }]} />
}

/** The newest one and 立即备份, or how far the running one is. */
function Now(props: { state: BackupState; onRefused: (refusal: Refusal | null) => void }) {
  const { state, onRefused } = props
  const { t } = useTranslation('backup')
  const data = useData()
  const { running, last } = state
  const make = async () => {
    onRefused(null)
    const made = await data.makeBackup('byHand')
    if (made.ok) announce(t('made'))
    else if (made.refusal.key === 'backup.cancelled') announce(t('cancelled'))
    else onRefused(made.refusal)
  }
  if (running) {
    return (
      <ProgressPanel
        what={t(`phase.${running.phase}`)}
        done={running.done}
        total={running.total || null}
        onCancel={() => void desk.invoke('backup.cancel', {})}
      />
    )
  }
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button variant="contained" onClick={() => void make()}>
        {t('now')}
      </Button>
      <Box sx={{ color: 'text.secondary' }}>
        {last ? t('newest', { at: formatDateTime(last.madeAt) }) : t('none')}
      </Box>
    </Box>
  )
}
