import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui'
import { useMonth } from '../shell/month'
import { DrawForm } from './DrawForm'
import { Sample } from './Sample'

/** 抽查 (domain 12): a random sample of each register to read, tick and comment on. */
export default function SpotCheckTab() {
  const { t } = useTranslation('monthReviews')
  const { record } = useMonth()
  if (!record) return null
  if (record.sample) return <Sample review={record} sample={record.sample} />
  if (record.state !== 'running') return <EmptyState title={t('spot.none')} />
  return (
    <Box sx={{ p: 4, maxWidth: 720 }}>
      <DrawForm review={record} />
    </Box>
  )
}
