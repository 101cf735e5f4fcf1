import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../shared/sync/dispute'
import type { Refusal } from '../../../shared/util/result'
import { decideDisputeCommand, type DisputeView, useRun } from '../../data'
import { announce, ConfirmDialog, refusalText, useMenuCommand } from '../../ui'

interface ActionsProps {
  view: DisputeView
  /** Paths of which the waiting value is chosen. */
  chosen: readonly string[]
  onRefused: (refusal: Refusal | null) => void
  onDone: () => void
}

type Decide = (choice: Choice, words: string) => Promise<void>

/** What can be done of a line, by its kind. */
export function Actions({ view, chosen, onRefused, onDone }: ActionsProps) {
  const { t } = useTranslation('disputes')
  const run = useRun()
  const { kind, id } = view.dispute
  const decide: Decide = async (choice, words) => {
    onRefused(null)
    const rev = typeof view.row?.['rev'] === 'number' ? view.row['rev'] : null
    const done = await run(decideDisputeCommand, { id, rev, choice, sure: !view.heldMadeHere })
    if (!done.ok) return onRefused(done.refusal)
    const { number } = done.value.value
    if (done.value.confirmed) announce(number ? t('done.number', { number }) : words)
    else announce(refusalText({ key: 'journal.unavailable' }), 'problem')
    onDone()
  }
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 3 }}>
      {kind === 'fields' && <OfFields chosen={chosen} decide={decide} />}
      {kind === 'void' && (
        <Asking
          label={t('action.whole')}
          text={t('confirm.whole')}
          onAgree={() => decide({ way: 'whole' }, t('done.taken'))}
        />
      )}
      {(kind === 'fields' || kind === 'void') && (
        <Button onClick={() => void decide({ way: 'keep' }, t('done.kept'))}>{t('action.keep')}</Button>
      )}
      {(kind === 'locked' || kind === 'rule') && <Seen decide={decide} />}
      {kind === 'number' && <OfNumber view={view} decide={decide} />}
    </Box>
  )
}

function OfFields({ chosen, decide }: { chosen: readonly string[]; decide: Decide }) {
  const { t } = useTranslation('disputes')
  const save = (): void => void decide({ way: 'fields', chosen: [...chosen] }, t('done.taken'))
  useMenuCommand('save', save, chosen.length > 0)
  return (
    <Button variant="contained" onClick={save} disabled={chosen.length === 0} title="Ctrl+S">
      {t('action.save', { count: chosen.length })}
    </Button>
  )
}

/** Nothing can be chosen: 知悉. */
function Seen({ decide }: { decide: Decide }) {
  const { t } = useTranslation('disputes')
  const seen = (): void => void decide({ way: 'keep' }, t('done.seen'))
  useMenuCommand('save', seen)
  return (
    <Button variant="contained" data-main onClick={seen} title="Ctrl+S">
      {t('action.seen')}
    </Button>
  )
}

function OfNumber({ view, decide }: { view: DisputeView; decide: Decide }) {
  const { t } = useTranslation('disputes')
  const { row, held, heldMadeHere, dispute } = view
  const { number } = dispute
  if (row || !held) {
    return (
      <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Box>{t(row ? 'number.known' : 'number.free')}</Box>
        <Button
          variant="contained"
          data-main
          onClick={() => void decide({ way: 'number', renumbered: null }, t('done.in'))}
        >
          {t(row ? 'action.seen' : 'action.free')}
        </Button>
      </Box>
    )
  }
  return (
    <>
      <Asking
        label={t('action.held')}
        text={t(heldMadeHere ? 'confirm.held' : 'confirm.heldElsewhere', { number })}
        onAgree={() => decide({ way: 'number', renumbered: 'held' }, '')}
      />
      <Asking
        plain
        label={t('action.waiting')}
        text={t('confirm.waiting', { number })}
        onAgree={() => decide({ way: 'number', renumbered: 'waiting' }, '')}
      />
    </>
  )
}

/** Asked once more: it cannot be undone. */
function Asking(props: { label: string; text: string; plain?: boolean; onAgree: () => Promise<void> }) {
  const { label, text, plain, onAgree } = props
  const [asking, setAsking] = useState(false)
  const agree = (): void => {
    setAsking(false)
    void onAgree()
  }
  return (
    <>
      <Button
        variant={plain ? 'outlined' : 'contained'}
        data-main={plain ? undefined : true}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={label}
        confirmLabel={label}
        onConfirm={agree}
        onCancel={() => setAsking(false)}
      >
        {text}
      </ConfirmDialog>
    </>
  )
}
