import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPlaceState } from '../../../shared/ipc/backupChannels'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'
import { useChooseSecond } from './ChooseSecond'
import {
  announce,
  ConfirmDialog,
  Facts,
  formatBytes,
  formatDateTime,
  refusalText,
  StatusChip,
} from '../../ui'

interface PlaceCardProps {
  place: BackupPlaceState
  director: boolean
  /** The keyboard comes here once the place was chosen. */
  justChosen: boolean
  onRefused: (refusal: Refusal | null) => void
}

/** One place: its folder, how it stands, its newest backup, and how much room is left. */
export function PlaceCard({ place, director, justChosen, onRefused }: PlaceCardProps) {
  const { t } = useTranslation('backup')
  const { trouble } = place
  const facts = [
    { label: t('place.folder'), value: place.root },
    { label: t('place.newest'), value: newestText(place, t('place.never')) },
    {
      label: t('place.kept'),
      value: place.there ? t('place.count', { count: place.backups.length }) : t('place.unknown'),
    },
    {
      label: t('place.free'),
      value: place.freeBytes === null ? t('place.unknown') : formatBytes(place.freeBytes),
    },
  ]
  return (
    <Box
      component="section"
      aria-label={t(`place.${place.place}`)}
      sx={{ border: '1px solid', borderColor: 'divider', borderRadius: '4px', p: 3, display: 'grid', gap: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <Box component="h3" sx={{ m: 0, fontSize: 15, fontWeight: 600 }}>
          {t(`place.${place.place}`)}
        </Box>
        <PlaceChip place={place} />
        {director && place.place === 'second' && (
          <Box sx={{ ml: 'auto', display: 'flex', gap: 2 }}>
            <ChangeSecond focused={justChosen} onRefused={onRefused} />
            <StopUsing onRefused={onRefused} />
          </Box>
        )}
      </Box>
      {trouble && (
        <Box role="status">
          {t('place.trouble', {
            since: formatDateTime(trouble.since),
            why: refusalText({ key: trouble.key, params: trouble.params ?? {} }),
          })}
          {!place.there && place.place === 'second' && t('place.whenBack')}
        </Box>
      )}
      <Facts items={facts} />
    </Box>
  )
}

function newestText({ goodAt, goodBytes }: BackupPlaceState, never: string): string {
  return goodAt === null ? never : `${formatDateTime(goodAt)} · ${formatBytes(goodBytes ?? 0)}`
}

function PlaceChip({ place }: { place: BackupPlaceState }) {
  const { t } = useTranslation('backup')
  if (place.trouble)
    return <StatusChip tone="danger" label={t(place.there ? 'state.failed' : 'state.away')} />
  if (place.goodAt === null) return <StatusChip tone="waiting" label={t('state.waiting')} />
  return (
    <StatusChip
      tone={place.behind ? 'waiting' : 'good'}
      label={t(place.behind ? 'state.behind' : 'state.good')}
    />
  )
}

/** 换一个位置: a stick that is lost or full. */
function ChangeSecond({ focused, onRefused }: Pick<PlaceCardProps, 'onRefused'> & { focused: boolean }) {
  const { t } = useTranslation('backup')
  const choose = useChooseSecond(onRefused)
  return (
    <Button autoFocus={focused} onClick={() => void choose()}>
      {t('second.change')}
    </Button>
  )
}

/** 停用: the files stay, but nothing new comes there. */
function StopUsing({ onRefused }: { onRefused: (refusal: Refusal | null) => void }) {
  const { t } = useTranslation('backup')
  const [asking, setAsking] = useState(false)
  const stop = async () => {
    setAsking(false)
    const answer = await desk.invoke('backup.forgetSecond', {})
    if (answer.ok) announce(t('second.stopped'))
    else onRefused(answer.refusal)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('second.stop')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('second.stopTitle')}
        confirmLabel={t('second.stopConfirm')}
        onConfirm={() => void stop()}
        onCancel={() => setAsking(false)}
      >
        {t('second.stopText')}
      </ConfirmDialog>
    </>
  )
}
