import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { guardCodeOf } from '../../../shared/sync/design'
import {
  DESK_REASONS,
  isRegisterTable,
  numberOf,
  type RefusedDoc,
  useQuery,
  useReplicationDesk,
} from '../../data'
import { announce, formatDateTime, translateKey } from '../../ui'

/** What head office's server would not take, why, and 重试; everything else goes on. */
export function Refused({ docs, director }: { docs: readonly RefusedDoc[]; director: boolean }) {
  const { t } = useTranslation('sync')
  return (
    <Box
      component="ul"
      aria-label={t('refused.title')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}
    >
      {docs.map((doc) => (
        <Line key={`${doc.table}|${doc.recordId}`} doc={doc} director={director} />
      ))}
    </Box>
  )
}

function Line({ doc, director }: { doc: RefusedDoc; director: boolean }) {
  const { t } = useTranslation('sync')
  const engine = useReplicationDesk()
  const { table, recordId, reason, at } = doc
  const number = useQuery((db) => numberOf(db, table, recordId), [table, recordId]) ?? ''
  const code = guardCodeOf(reason) ?? DESK_REASONS.find((one) => one === reason)
  const name = [translateKey(`sync:table.${table}`, undefined, table), number].filter(Boolean).join(' ')
  const retry = async (): Promise<void> => {
    await engine?.retry(table, recordId)
    announce(t('refused.retrying', { name }))
  }
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ minWidth: 200 }}>
        {isRegisterTable(table) ? (
          <MuiLink component={Link} to={`/${table}/${recordId}`}>
            {name}
          </MuiLink>
        ) : (
          name
        )}
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{formatDateTime(at)}</Box>
      </Box>
      <Box sx={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
        {code ? t(`refused.why.${code}`) : t('refused.other', { reason })}
      </Box>
      {director && (
        <Button onClick={() => void retry()} aria-label={t('refused.retryOf', { name })}>
          {t('refused.retry')}
        </Button>
      )}
    </Box>
  )
}
