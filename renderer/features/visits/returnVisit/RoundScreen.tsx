import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { progressOf } from '../../../../shared/domain/returnVisit'
import type { RoundTarget } from '../../../../shared/domain/returnVisit/types'
import { formatPhone } from '../../../../shared/util/contact'
import {
  addTargetsCommand,
  returnRound,
  type RoundView,
  roundProposal,
  skipTargetCommand,
  useData,
  useQuery,
  useRole,
  useRun,
  useUser,
} from '../../../data'
import { sayKept } from '../../../register/saving/saving'
import { announce, ConfirmDialog, refusalText, ScreenBody, ScreenHead } from '../../../ui'
import { blankReturnVisit, type ReturnVisitValues } from './values'

/** The quarter before, or after. */
function quarterBeside(round: string, by: 1 | -1): string {
  const index = Number(round.slice(0, 4)) * 4 + Number(round.slice(6)) - 1 + by
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}

/** 季度回访: whom the quarter calls, and how far it is (domain 8). */
export function RoundScreen({ round }: { round: string; onBack: () => void }) {
  const { t } = useTranslation('returnVisits')
  const navigate = useNavigate()
  const view = useQuery((db) => returnRound(db, round), [round])
  const targets = view?.round?.targets ?? []
  const go = (by: 1 | -1) => () =>
    void navigate(`/returnVisits/${quarterBeside(round, by)}`, { replace: true })
  return (
    <>
      <ScreenHead
        title={t('round.title', { year: round.slice(0, 4), quarter: round.slice(6) })}
        facts={targets.length > 0 && t('round.progress', progressOf({ targets }))}
        actions={
          <>
            <Button onClick={go(-1)}>{t('round.previous')}</Button>
            <Button onClick={go(1)}>{t('round.next')}</Button>
            <Propose round={round} some={targets.length > 0} />
          </>
        }
      />
      <ScreenBody>
        {view && targets.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('round.none')}</Box>}
        {view && targets.length > 0 && <TargetList round={round} view={view} />}
      </ScreenBody>
    </>
  )
}

/** Puts on the list whom the quarter's complaints and suggestions name. */
function Propose({ round, some }: { round: string; some: boolean }) {
  const { t } = useTranslation('returnVisits')
  const run = useRun()
  const role = useRole()
  const found = useQuery((db) => roundProposal(db, round), [round])
  if (!may(role, 'record.process') || !found || found.length === 0) return null
  const add = async () => {
    const added = await run(addTargetsCommand, { round, targets: found.slice(0, 500) })
    if (!added.ok) return announce(refusalText(added.refusal), 'problem')
    const { value, confirmed } = added.value
    sayKept(confirmed, t('round.added', { count: value.added }), t('round.list'))
  }
  return (
    <Button variant="contained" title={t('round.found', { count: found.length })} onClick={() => void add()}>
      {some ? t('round.proposeMore') : t('round.propose')}
    </Button>
  )
}

/** Whom the keyboard goes to: back from 登记回访 the one that was called, or else the next that is still open. */
function useAwaited(targets: readonly RoundTarget[]): string | null {
  const state: unknown = useLocation().state
  if (typeof state !== 'object' || state === null || !('target' in state)) return null
  const open = targets.filter(({ returnVisitId }) => returnVisitId === null)
  return (open.find(({ id }) => id === state.target) ?? open[0])?.id ?? null
}

function TargetList({ round, view }: { round: string; view: RoundView }) {
  const { t } = useTranslation('returnVisits')
  const awaited = useAwaited(view.round?.targets ?? [])
  const [skipping, setSkipping] = useState<RoundTarget | null>(null)
  return (
    <>
      <Box component="ul" aria-label={t('round.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {view.round?.targets.map((target) => (
          <TargetLine
            key={target.id}
            round={round}
            target={target}
            number={view.visits.get(target.returnVisitId ?? '')?.number ?? ''}
            takesFocus={target.id === awaited}
            onSkip={() => setSkipping(target)}
          />
        ))}
      </Box>
      {skipping && <SkipDialog round={round} target={skipping} onClose={() => setSkipping(null)} />}
    </>
  )
}

interface TargetLineProps {
  round: string
  target: RoundTarget
  /** Of the return visit that called it; '' while it is to be called. */
  number: string
  takesFocus: boolean
  onSkip: () => void
}

function TargetLine({ round, target, number, takesFocus, onSkip }: TargetLineProps) {
  const { t } = useTranslation('returnVisits')
  const role = useRole()
  const call = useCall(round)
  const { source, skipped, returnVisitId } = target
  const open = returnVisitId === null && may(role, 'record.register')
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        // The buttons keep their place beside the text, which breaks where the pane is narrow.
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        columnGap: 2,
        alignItems: 'center',
        py: 1,
        minHeight: 56,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          <strong>{[target.unitCode, target.name].filter(Boolean).join(' ')}</strong>
          <Box sx={{ whiteSpace: 'nowrap' }}>{formatPhone(target.phone)}</Box>
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: 14 }}>
          {t('round.of', { source: t(`source.${source.kind}`), number: source.number })}
          {skipped && ` · ${t('round.skipped', { reason: skipped })}`}
        </Box>
      </Box>
      {returnVisitId && (
        <MuiLink component={Link} to={`/returnVisits/${returnVisitId}`} sx={{ textAlign: 'right' }}>
          {t('round.done', { number })}
        </MuiLink>
      )}
      {open && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          {skipped === '' && (
            <Button variant="text" onClick={onSkip}>
              {t('round.skip')}
            </Button>
          )}
          <Button variant="outlined" autoFocus={takesFocus} onClick={() => call(target)}>
            {t('round.call')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

/** Opens the intake with what the list knows. */
function useCall(round: string): (target: RoundTarget) => void {
  const navigate = useNavigate()
  const { ports } = useData()
  const { name } = useUser()
  return ({ id, unitId, unitCode, name: called, phone, source }) => {
    const intake: Partial<ReturnVisitValues> = {
      ...blankReturnVisit(ports.now(), name),
      person: { personId: null, unitId, unitCode, name: called, phone: formatPhone(phone) },
      source,
      round,
      targetId: id,
    }
    void navigate('/returnVisits/new', { state: { intake } })
  }
}

function SkipDialog({ round, target, onClose }: { round: string; target: RoundTarget; onClose: () => void }) {
  const { t } = useTranslation('returnVisits')
  const run = useRun()
  const skip = async (reason: string) => {
    const done = await run(skipTargetCommand, { round, targetId: target.id, reason })
    // Refused, the reason that was typed stays.
    if (!done.ok) return announce(refusalText(done.refusal), 'problem')
    sayKept(done.value.confirmed, t('round.skippedSaved'), t('round.list'))
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('round.skipTitle', { who: target.unitCode || target.name })}
      confirmLabel={t('round.skip')}
      reasonLabel={t('round.skipReason')}
      onConfirm={(reason) => void skip(reason)}
      onCancel={onClose}
    />
  )
}
