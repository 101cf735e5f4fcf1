import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayBeAnnounced } from '../../../../shared/domain/lostItem'
import type { Refusal } from '../../../../shared/util/result'
import { MOST_ON_A_NOTICE, publishLostItemsCommand, useData, useRun } from '../../../data'
import type { Batch } from '../../../register/list/batch'
import { sayKept } from '../../../register/saving/saving'
import { announce, Form, useAppForm } from '../../../ui'
import { PublishFields, type PublishValues } from './PublishStep'

interface PublishDialogProps {
  batch: Batch<'lostItems'>
  onClose: () => void
}

/** 发布招领公告 of everything that is selected: one posting, one date and place (domain 6). */
export function PublishDialog({ batch, onClose }: PublishDialogProps) {
  const { t } = useTranslation(['lostItems', 'record', 'paper'])
  const { ports } = useData()
  const run = useRun()
  const titleId = useId()
  const wanted = useWanted(batch)
  const form = useAppForm<PublishValues>({ defaultValues: { place: '', postedAt: ports.now() } })
  const save = async ({ place, postedAt }: PublishValues): Promise<Refusal | null> => {
    const input = { ids: wanted?.ids ?? [], place, postedAt: postedAt ?? ports.now() }
    const done = await run(publishLostItemsCommand, input)
    if (!done.ok) return done.refusal
    const { value, confirmed } = done.value
    sayKept(confirmed, t('step.publishDone', { count: value.published }), t('step.publishMany'))
    onClose()
    return null
  }
  const many = wanted !== null && wanted.ids.length > MOST_ON_A_NOTICE
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('step.publishMany')}</DialogTitle>
      <Form form={form} label={t('step.publishMany')} onSave={save} onClose={onClose}>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <div>{wanted && t('step.publishManyText', { count: wanted.ids.length })}</div>
          {wanted && wanted.skipped > 0 && <div>{t('step.publishSkipped', { count: wanted.skipped })}</div>}
          {many && <div role="alert">{t('paper:batch.tooMany', { max: MOST_ON_A_NOTICE })}</div>}
          {wanted?.ids.length === 0 ? <div role="alert">{t('step.publishNone')}</div> : <PublishFields />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('record:fold')}</Button>
          <Button type="submit" variant="contained" disabled={!wanted || wanted.ids.length === 0 || many}>
            {t('step.publishMany')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

interface Wanted {
  ids: string[]
  skipped: number
}

/** What of the batch may be announced, and how much may not. */
function useWanted(batch: Batch<'lostItems'>): Wanted | null {
  const { t } = useTranslation('lostItems')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  useEffect(() => {
    let given = true
    wantedOf(batch).then(
      (found) => given && setWanted(found),
      () => given && announce(t('step.publishFailed'), 'problem'),
    )
    return () => {
      given = false
    }
  }, [batch, t])
  return wanted
}

async function wantedOf(batch: Batch<'lostItems'>): Promise<Wanted> {
  const wanted: Wanted = { ids: [], skipped: 0 }
  for await (const rows of batch.records()) {
    const kept = rows.filter(mayBeAnnounced)
    wanted.skipped += rows.length - kept.length
    wanted.ids.push(...kept.map(({ id }) => id))
  }
  return wanted
}
