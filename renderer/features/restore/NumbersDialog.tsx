import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseSheetCode } from '../../../shared/documents/qrPayload'
import { formatNumber as numberOf } from '../../../shared/domain/numbering/number'
import { REGISTERS, type RegisterCode } from '../../../shared/domain/numbering/registers'
import type { Refusal } from '../../../shared/util/result'
import { type NumbersAsked, raiseNumbersCommand, useQuery, useRun } from '../../data'
import { useScanned } from '../../register/scanner/useScanner'
import {
  announce,
  CheckField,
  Form,
  formatDateTime,
  FormGrid,
  TextField,
  useAppForm,
  useCommandBarrier,
} from '../../ui'

type Values = { seen: Partial<Record<RegisterCode, string>>; sure: boolean }

/** The highest number on paper, register by register: typed, or scanned from the newest sheet. */
export function NumbersDialog({ asked, onClose }: { asked: NumbersAsked; onClose: () => void }) {
  const { t } = useTranslation(['restore', 'ui'])
  const run = useRun()
  const [far, setFar] = useState(false)
  const form = useAppForm<Values>({ defaultValues: { seen: {}, sure: false } })
  useCommandBarrier(true)
  const save = async ({ seen, sure }: Values): Promise<Refusal | null> => {
    const answer = await run(raiseNumbersCommand, { seen: withoutBlank(seen), sure: far && sure })
    if (answer.ok) {
      announce(t('restore:numbers.saved'))
      onClose()
      return null
    }
    const { refusal } = answer
    if (refusal.key === 'numbers.farAhead') setFar(true)
    return refusal.field ? { ...refusal, field: `seen.${refusal.field}` } : refusal
  }
  // A scanner types the code of a sheet: it fills its register's line, wherever the keyboard is.
  useScanned(({ number: { register, year: of, letter, seq } }) => {
    const text = `${register}-${of}-${letter}${String(seq).padStart(4, '0')}`
    form.setValue(`seen.${register}`, text, { shouldDirty: true })
    return true
  })
  const { mark, series, year } = asked
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="numbers-asked">
      <DialogTitle id="numbers-asked">{t('restore:numbers.title')}</DialogTitle>
      <Form form={form} label={t('restore:numbers.title')} onSave={save} followsMenu={false}>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <Box>{t('restore:numbers.text', { newest: formatDateTime(mark.from.newestAt), year })}</Box>
          <FormGrid>
            {series.map(({ register, last }, index) => (
              <SeenField key={register} register={register} last={last} year={year} first={index === 0} />
            ))}
          </FormGrid>
          {far && <CheckField<Values> name="sure" label={t('restore:numbers.sure')} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('restore:numbers.later')}</Button>
          <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
            {t('restore:numbers.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function SeenField(props: { register: RegisterCode; last: number; year: number; first: boolean }) {
  const { register, last, year, first } = props
  const { t } = useTranslation('restore')
  const office = useQuery(async (db) => (await db.of('office').toCollection().first()) ?? null, [])
  const known = office && {
    prefix: office.numberPrefix,
    letter: office.deviceLetter,
    register,
    year,
    seq: last,
  }
  const hint = known && last > 0 ? t('numbers.known', { number: numberOf(known) }) : t('numbers.knownNone')
  return (
    <TextField<Values>
      name={`seen.${register}`}
      label={t(`register.${REGISTERS[register] as Named}`)}
      hint={hint}
      maxLength={120}
      autoFocus={first}
    />
  )
}

/** Registers that have words here; those that come later get theirs with them. */
type Named = 'complaint' | 'lostItem' | 'lostReport' | 'incident' | 'visit' | 'returnVisit' | 'correction'

/** Of the whole code of a sheet, pasted or typed slowly, the number is what is asked for. */
function numberInCode(text: string): string {
  const read = parseSheetCode(text.normalize('NFKC').toUpperCase())
  if (!read) return text
  const { register, year, letter, seq } = read.number
  return `${register}-${year}-${letter}${String(seq).padStart(4, '0')}`
}

function withoutBlank(seen: Values['seen']): Values['seen'] {
  return Object.fromEntries(
    Object.entries(seen).flatMap(([code, typed]) => (typed?.trim() ? [[code, numberInCode(typed)]] : [])),
  )
}
