import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { accept, type Refusal, type Result } from '../../../shared/util/result'
import { type DeskData, noteSheetCommand, useData } from '../../data'
import { desk } from '../../platform/desk'
import { AskDialog, PinField, useAppForm } from '../../ui'
import { refreshVault } from './vaultState'

/** What the director may do with the sheet in 设置, each after the PIN. */
export type Step = 'print' | 'renew' | 'create'

const WORK: Record<Step, (data: DeskData) => Promise<Result<unknown>>> = {
  print: async () => accept(null),
  renew: async (data) => {
    const renewed = await desk.invoke('vault.renew', {})
    return renewed.ok ? note(data, 'renewed', renewed.value.sheetId) : renewed
  },
  create: async (data) => {
    const made = await data.makeVault()
    if (!made.ok) return made
    const sheet = await desk.invoke('vault.sheet', {})
    return sheet.ok ? note(data, 'created', sheet.value.sheetId) : sheet
  },
}

function note(data: DeskData, step: 'renewed' | 'created', sheetId: string): Promise<Result<unknown>> {
  return data.run(noteSheetCommand, { step, sheetId })
}

interface SheetStepProps {
  step: Step
  /** The step is done: the sheet is to be looked at and printed. */
  onDone: () => void
  onClose: () => void
}

/** Asks the director's PIN again, says what will happen, and does it: a desk left open must not give the sheet away. */
export function SheetStep({ step, onDone, onClose }: SheetStepProps) {
  const { t } = useTranslation(['vault', 'start'])
  const data = useData()
  const form = useAppForm<{ pin: string }>({ defaultValues: { pin: '' } })
  const save = async ({ pin }: { pin: string }): Promise<Refusal | null> => {
    const confirmed = await data.confirmPin(pin)
    if (!confirmed.ok) {
      form.resetField('pin')
      return confirmed.refusal
    }
    const done = await WORK[step](data)
    await refreshVault()
    if (!done.ok) return done.refusal
    onDone()
    return null
  }
  return (
    <AskDialog
      title={t(`vault:step.${step}.title`)}
      confirm={t(`vault:step.${step}.confirm`)}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Box sx={{ mb: 3, whiteSpace: 'pre-line' }}>{t(`vault:step.${step}.text`)}</Box>
      <PinField<{ pin: string }> name="pin" label={t('start:signIn.pin')} required autoFocus />
    </AskDialog>
  )
}
