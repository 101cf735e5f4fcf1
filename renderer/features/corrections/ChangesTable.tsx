import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { WordedChange } from './wording'

const CELL = {
  textAlign: 'left',
  verticalAlign: 'top',
  p: '6px 8px',
  borderBottom: '1px solid',
  borderColor: 'divider',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
} as const

/** 栏目, what it said, and what it is to say: each value whole, side by side. */
export function ChangesTable({ changes }: { changes: readonly WordedChange[] }) {
  const { t } = useTranslation('corrections')
  const nothing = t('intake.empty')
  return (
    <Box
      component="table"
      aria-label={t('record.sections.changes')}
      sx={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', '& th, & td': CELL }}
    >
      <Box component="thead" sx={{ '& th': { color: 'text.secondary', fontSize: 13 } }}>
        <tr>
          <Box component="th" scope="col" sx={{ width: '24%' }}>
            {t('record.field')}
          </Box>
          <th scope="col">{t('record.before')}</th>
          <th scope="col">{t('record.after')}</th>
        </tr>
      </Box>
      <tbody>
        {changes.map(({ path, part, label, before, after }) => (
          <tr key={path}>
            <Box component="th" scope="row" sx={{ fontWeight: 600 }}>
              {label}
              {part && <Box sx={{ color: 'text.secondary', fontSize: 12, fontWeight: 400 }}>{part}</Box>}
            </Box>
            <Box
              component="td"
              sx={{ color: 'text.secondary', textDecoration: before ? 'line-through' : 'none' }}
            >
              {before || nothing}
            </Box>
            <Box component="td" sx={{ fontWeight: 600 }}>
              {after || nothing}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
