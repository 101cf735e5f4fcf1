import Box from '@mui/material/Box'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ERASURE_BASES, type ErasureBasis } from '../../../shared/domain/privacy/types'
import type { Refusal } from '../../../shared/util/result'
import { ERASED_AT_ONCE, eraseCommand, useData } from '../../data'
import {
  AskDialog,
  announce,
  choicesOf,
  FormGrid,
  PinField,
  ProgressPanel,
  SelectField,
  TextField,
  useAppForm,
} from '../../ui'

interface EraseValues {
  reason: string
  basis: ErasureBasis
  pin: string
}

interface EraseDialogProps {
  records: { table: string; id: string }[]
  basis: ErasureBasis
  onDone: () => void
  onClose: () => void
}

/** What goes and what stays, why, on which ground, and the director's PIN; then portion by portion. */
export function EraseDialog({ records, basis, onDone, onClose }: EraseDialogProps) {
  const { t } = useTranslation('privacy')
  const count = records.length
  const form = useAppForm<EraseValues>({ defaultValues: { reason: '', basis, pin: '' } })
  const { erase, done, stop } = useErasing(records)
  const save = async (values: EraseValues): Promise<Refusal | null> => {
    const refused = await erase(values)
    if (!refused) onDone()
    return refused
  }
  return (
    <AskDialog
      title={t('erase.title')}
      form={form}
      confirm={t('erase.confirm', { count })}
      danger
      onSave={save}
      // What has begun is stopped between two portions, never left to go on unseen.
      onClose={done === null ? onClose : stop}
    >
      <Box sx={{ display: 'grid', gap: 1, mb: 3 }}>
        <strong>{t('erase.text', { count })}</strong>
        <span>{t('erase.goes')}</span>
        <span>{t('erase.stays')}</span>
        <span>{t('erase.backups')}</span>
      </Box>
      <FormGrid>
        <SelectField<EraseValues>
          name="basis"
          label={t('erase.basis')}
          options={choicesOf(ERASURE_BASES, (one) => t(`basis.${one}`))}
          required
          wide
        />
        <TextField<EraseValues> name="reason" label={t('erase.reason')} required wide autoFocus />
        <PinField<EraseValues> name="pin" label={t('erase.pin')} required />
      </FormGrid>
      {done !== null && <ProgressPanel what={t('erase.running')} done={done} total={count} onCancel={stop} />}
    </AskDialog>
  )
}

function useErasing(records: { table: string; id: string }[]) {
  const { t } = useTranslation('privacy')
  const data = useData()
  const [done, setDone] = useState<number | null>(null)
  const stopped = useRef(false)
  const erase = async ({ reason, basis, pin }: EraseValues): Promise<Refusal | null> => {
    const known = await data.confirmPin(pin)
    if (!known.ok) return known.refusal
    stopped.current = false
    let gone = 0
    let refused: Refusal | null = null
    while (gone < records.length && !stopped.current && !refused) {
      setDone(gone)
      const portion = records.slice(gone, gone + ERASED_AT_ONCE)
      const erased = await data.run(eraseCommand, { records: portion, reason, basis })
      if (erased.ok) gone += portion.length
      else refused = erased.refusal
    }
    // Also after a portion that was refused: those before it are erased.
    const cleared = gone > 0 ? await data.clearErased() : null
    setDone(null)
    if (refused) return refused
    if (cleared && !cleared.ok) announce(t('erase.clearLater'), 'problem')
    else announce(t(gone < records.length ? 'erase.stopped' : 'erase.done', { count: gone }))
    return null
  }
  const stop = (): void => {
    stopped.current = true
  }
  return { erase, done, stop }
}
