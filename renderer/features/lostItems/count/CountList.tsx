import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { missingOf } from '../../../../shared/domain/shelfCount/count'
import type { ShelfCount } from '../../../../shared/domain/shelfCount/types'
import { countFacet, listShelfCounts, startShelfCount, useData, useQuery, useRole } from '../../../data'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import {
  announce,
  EmptyState,
  formatDateTime,
  refusalText,
  ScreenBody,
  ScreenHead,
  StatusChip,
} from '../../../ui'

/** Counts that are listed: a count a month fills years. */
const LISTED = 60

/** The counts, the newest first, and the button that begins one. */
export function CountList({ openId, frame }: ListPlace) {
  const { t } = useTranslation('shelfCounts')
  const counts = useQuery((db) => listShelfCounts(db, LISTED), [])
  if (!counts) return null
  return (
    <Box ref={frame} sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <ScreenHead title={t('title')} actions={<StartButton counts={counts} />} />
      {counts.length === 0 ? (
        <EmptyState title={t('none')} text={t('startText')} />
      ) : (
        <ScreenBody>
          <Box component="ul" aria-label={t('list')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {counts.map((count) => (
              <CountLine key={count.id} count={count} open={count.id === openId} />
            ))}
          </Box>
        </ScreenBody>
      )}
    </Box>
  )
}

function StartButton({ counts }: { counts: readonly ShelfCount[] }) {
  const { t } = useTranslation('shelfCounts')
  const data = useData()
  const navigate = useNavigate()
  const role = useRole()
  const kept = useQuery((db) => countFacet(db, 'lostItems', 'kept'), [])
  const going = counts.some(({ finishedAt }) => finishedAt === null)
  if (!may(role, 'record.process') || going) return null
  const start = async () => {
    const done = await startShelfCount(data)
    if (done.ok) void navigate(`/shelfCounts/${done.value.value.id}`, { state: { focus: true } })
    else announce(refusalText(done.refusal), 'problem')
  }
  return (
    <>
      {kept === 0 && <span>{t('nothing')}</span>}
      <Button variant="contained" disabled={!kept} onClick={() => void start()}>
        {t('start')}
      </Button>
    </>
  )
}

function CountLine({ count, open }: { count: ShelfCount; open: boolean }) {
  const { t } = useTranslation('shelfCounts')
  const { startedAt, startedBy, finishedAt } = count
  const missing = finishedAt ? missingOf(count).length : 0
  return (
    <Box component="li" sx={{ ...LINE, bgcolor: open ? 'action.selected' : undefined }}>
      <MuiLink
        component={Link}
        to={`/shelfCounts/${count.id}`}
        state={{ focus: true }}
        aria-current={open ? 'true' : undefined}
        sx={{ fontWeight: 600 }}
      >
        {formatDateTime(startedAt)}
      </MuiLink>
      <span>{startedBy}</span>
      <StatusChip tone={finishedAt ? 'done' : 'working'} label={finishedAt ? t('finished') : t('going')} />
      {missing > 0 && <StatusChip tone="danger" label={t('missingCount', { count: missing })} />}
    </Box>
  )
}

const LINE = {
  display: 'flex',
  gap: 3,
  alignItems: 'center',
  flexWrap: 'wrap',
  minHeight: 40,
  px: 2,
  borderBottom: '1px solid',
  borderColor: 'divider',
} as const
