import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { type Draft, listDrafts, useData, useQuery, useUser } from '../../data'
import { announce, formatShort, SectionPanel, useNow } from '../../ui'

/** Where a draft is gone on with, and what kind of thing it is, in words; null when nobody knows its kind. */
export type DraftRoute = (draft: Draft) => { route: string; label: string } | null

interface DraftListProps {
  route: DraftRoute
  onOpen: (route: string, draftId: string) => void
}

/** 草稿 (domain 10): what this user began to write and did not save. */
export function DraftList({ route, onOpen }: DraftListProps) {
  const { t } = useTranslation('today')
  const user = useUser()
  const drafts = useQuery((db) => listDrafts(db, user.id), [user.id]) ?? []
  const known = drafts.flatMap((draft) => {
    const place = route(draft)
    return place ? [{ draft, ...place }] : []
  })
  // Without drafts the room belongs to the list.
  if (known.length === 0) return null
  return (
    <SectionPanel id="today.drafts" title={t('drafts')} count={known.length}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {known.map(({ draft, route: to, label }) => (
          <DraftItem key={draft.id} draft={draft} label={label} onOpen={() => onOpen(to, draft.id)} />
        ))}
      </Box>
    </SectionPanel>
  )
}

function DraftItem({ draft, label, onOpen }: { draft: Draft; label: string; onOpen: () => void }) {
  const { t } = useTranslation('today')
  const { db } = useData()
  const now = new Date(useNow()).toISOString()
  const title = draft.title.trim() || t('draftUntitled')
  // Throwing away can be taken back, so nothing is asked (ui.md, "Habits").
  const discard = async () => {
    await db.of('drafts').delete(draft.id)
    announce(t('draftDiscarded'), 'plain', () => void db.of('drafts').put(draft))
  }
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="button"
        type="button"
        onClick={onOpen}
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'grid',
          font: 'inherit',
          textAlign: 'left',
          border: 0,
          borderRadius: '4px',
          background: 'none',
          color: 'text.primary',
          p: 1.5,
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {title}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {label} · {t('draftFrom', { time: formatShort(draft.updatedAt, now) })}
        </Box>
      </Box>
      <Tooltip title={t('draftDiscard')}>
        <IconButton aria-label={`${t('draftDiscard')} ${title}`} onClick={() => void discard()}>
          <DeleteOutlined />
        </IconButton>
      </Tooltip>
    </Box>
  )
}
