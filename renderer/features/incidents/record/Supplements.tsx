import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { formatDateTime } from '../../../ui'

/** 补充1, 补充2 …: what was added after approval. */
export function Supplements({ record }: { record: Incident }) {
  const { t } = useTranslation(['incidents', 'record'])
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {record.supplements.map(({ id, seq, text, by, at, attachmentIds }) => (
        <li key={id}>
          <strong>{t('record.supplement', { seq })}</strong>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('record:byAt', { by, at: formatDateTime(at) })}
            {attachmentIds.length > 0 && ` ${t('record.withFiles', { count: attachmentIds.length })}`}
          </Box>
          <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>
        </li>
      ))}
    </Box>
  )
}
