import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { diffFields } from '../../../shared/util/diff'
import { NoticeBar } from '../../ui'
import { describeChanges, type TimelineWords } from '../timeline/timelineWords'

interface ElsewhereBarProps {
  /** The record when the form was opened, and as somebody else has saved it since. */
  opened: object
  now: object
  words: TimelineWords
  /** The user has seen it and keeps what is typed: the next save goes through. */
  onKeep: () => void
}

/** What another window changed while this form was open, beside what is typed here: both are in sight (quality 9.4). */
export function ElsewhereBar({ opened, now, words, onKeep }: ElsewhereBarProps) {
  const { t } = useTranslation('record')
  const changes = describeChanges(diffFields(opened, now), words)
  return (
    <Box sx={{ mb: 3 }}>
      <NoticeBar tone="soon" action={<Button onClick={onKeep}>{t('elsewhere.keepMine')}</Button>}>
        {t('elsewhere.text')}
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {changes.map(({ label, before, after }) => (
            <li key={label}>{t('elsewhere.field', { label, before, after })}</li>
          ))}
        </Box>
      </NoticeBar>
    </Box>
  )
}
