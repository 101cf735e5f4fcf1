import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuAction } from '../../../ui'

interface EntryRowProps {
  /** Names the row's buttons: 修改张三. */
  name: string
  children: ReactNode
  /** Null where this role only reads. */
  onEdit: (() => void) | null
  more?: readonly MenuAction[]
}

/** One person, vehicle or note of a household, with what can be done to it. */
export function EntryRow({ name, children, onEdit, more }: EntryRowProps) {
  const { t } = useTranslation('households')
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        py: 1,
        '&:not(:last-of-type)': { borderBottom: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'flex',
          alignItems: 'center',
          gap: '2px 12px',
          flexWrap: 'wrap',
          minHeight: 32,
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
      {onEdit && (
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
          <Button variant="text" aria-label={t('action.editOf', { what: name })} onClick={onEdit}>
            {t('action.edit')}
          </Button>
          {more?.map(({ label, run, danger }) => (
            <Button
              key={label}
              variant="text"
              color={danger ? 'error' : 'primary'}
              aria-label={`${label} ${name}`}
              onClick={run}
            >
              {label}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  )
}

/** The rows of a section, or 无. */
export function EntryRows({ label, children, none }: { label: string; children: ReactNode; none: boolean }) {
  const { t } = useTranslation('households')
  if (none) return <Box sx={{ color: 'text.secondary' }}>{t('record.none')}</Box>
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  )
}
