import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatDateTime, NoticeBar } from '../../../ui'
import { useMonth } from './month'

/** Why the month is to be signed anew: said in every tab until it is, because all of them may have to do with it. */
export function GivenBack() {
  const { t } = useTranslation('monthReviews')
  const { record } = useMonth()
  const last = record?.state === 'running' ? record.reopenings.at(-1) : undefined
  if (!last) return null
  const { kind, reason, by, at } = last
  return (
    <Box sx={{ flexShrink: 0, px: 3, pt: 2, '& > *': { mb: 2 } }}>
      <NoticeBar tone="soon">
        {t('signing.backSaid', {
          what: t(`signing.back.${kind}`),
          who: t('byAt', { by, at: formatDateTime(at) }),
          reason,
        })}
      </NoticeBar>
    </Box>
  )
}
