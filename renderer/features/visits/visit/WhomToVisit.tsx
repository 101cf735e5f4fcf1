import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { TFunction } from 'i18next'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { NO_PERSON } from '../../../../shared/domain/register/person'
import type { Suggested, SuggestReason } from '../../../../shared/domain/visit'
import { useData, useQuery, useUser, whomToVisit } from '../../../data'
import { translateKey, useCommandBarrier } from '../../../ui'
import { blankVisit, type VisitValues } from './values'

const SHOWN = 20

/** 建议走访: who has waited longest, complained, or is under 重点关注; one key begins the visit (domain 8). */
export function WhomToVisit({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  const { role } = useUser()
  const titleId = useId()
  const [at] = useState(() => ports.now())
  const rows = useQuery((db) => whomToVisit(db, at, role, SHOWN), [at, role])
  const begin = useBegin(onClose)
  useCommandBarrier(true)
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{t('next.title')}</DialogTitle>
      <DialogContent>
        <Box sx={{ mb: 2, color: 'text.secondary' }}>{t('next.text')}</Box>
        {rows?.length === 0 && t('next.none')}
        <Box component="ul" aria-label={t('next.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {rows?.map((row, index) => (
            <Line key={row.unitId} row={row} first={index === 0} onBegin={begin} />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('next.leave')}</Button>
      </DialogActions>
    </Dialog>
  )
}

type Begin = (row: Suggested, kind: VisitValues['kind']) => void

function Line({ row, first, onBegin }: { row: Suggested; first: boolean; onBegin: Begin }) {
  const { t } = useTranslation('visits')
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '96px minmax(0, 1fr) auto auto',
        gap: 2,
        alignItems: 'center',
        minHeight: 40,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <strong>{row.unitCode}</strong>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {row.reasons.map((reason) => reasonWords(reason, t)).join('；')}
      </Box>
      <Button autoFocus={first} variant="outlined" onClick={() => onBegin(row, 'planned')}>
        {t('next.plan')}
      </Button>
      <Button variant="text" onClick={() => onBegin(row, 'visited')}>
        {t('next.visit')}
      </Button>
    </Box>
  )
}

function reasonWords(reason: SuggestReason, t: TFunction<'visits'>): string {
  switch (reason.kind) {
    case 'neverVisited':
      return t('next.reason.neverVisited')
    case 'notVisitedFor':
      return t('next.reason.notVisitedFor', { days: reason.days })
    case 'complaints':
      return t('next.reason.complaints', { count: reason.count })
    case 'care':
      return t('next.reason.care', { care: translateKey(`households:care.${reason.care}`) })
  }
}

/** Opens the intake with the household filled in. */
function useBegin(onClose: () => void): Begin {
  const navigate = useNavigate()
  const { ports } = useData()
  const { name } = useUser()
  return ({ unitId, unitCode }, kind) => {
    const blank = blankVisit(ports.now(), name)
    const intake: Partial<VisitValues> = {
      kind,
      plan: { ...blank.plan, person: { ...NO_PERSON, unitId, unitCode } },
    }
    // The list stays under the intake, and its dialog would stay with it.
    onClose()
    void navigate('/visits/new', { state: { intake } })
  }
}
