import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import Stack from '@mui/material/Stack'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { FieldFrame } from '../../ui/form/FieldFrame'
import { copiesWithin, MOST_COPIES } from './printChoice'
import type { PrintJob } from './usePrintJob'

// What printers commonly call them; the system's own name can be typed.
const TRAYS = ['Tray1', 'Tray2', 'Tray3', 'Manual']

interface PrintOptionsProps {
  job: PrintJob
  explain: (refusal: Refusal) => string
}

/** Printer, copies and tray. */
export function PrintOptions({ job, explain }: PrintOptionsProps) {
  const { t } = useTranslation('printing')
  const trays = useId()
  const { printers, choice, change } = job
  const list = printers.list ?? []
  const problem = list.find(({ name }) => name === choice.printer)?.problem ?? null
  const trouble = problem ? explain({ key: problem, params: { printer: choice.printer } }) : undefined
  return (
    <Stack spacing={3}>
      <FieldFrame label={t('printer')} error={trouble}>
        {(aria) => (
          <NativeSelect
            fullWidth
            input={<OutlinedInput />}
            value={list.some(({ name }) => name === choice.printer) ? choice.printer : ''}
            onChange={(event) => change({ printer: event.target.value })}
            disabled={list.length === 0}
            error={problem !== null}
            inputProps={aria}
          >
            {list.map(({ name, isDefault }) => (
              <option key={name} value={name}>
                {isDefault ? t('defaultPrinter', { name }) : name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FieldFrame>
      <FieldFrame label={t('copies')} error={undefined}>
        {(aria) => (
          <OutlinedInput
            fullWidth
            type="number"
            value={choice.copies}
            onChange={(event) => change({ copies: copiesWithin(Number(event.target.value)) })}
            inputProps={{ ...aria, min: 1, max: MOST_COPIES }}
          />
        )}
      </FieldFrame>
      <FieldFrame label={t('tray')} hint={t('trayHint')} error={undefined}>
        {(aria) => (
          <>
            <OutlinedInput
              fullWidth
              value={choice.tray ?? ''}
              onChange={(event) =>
                change({ tray: event.target.value.trim() === '' ? null : event.target.value })
              }
              inputProps={{ ...aria, list: trays, autoComplete: 'off' }}
            />
            <datalist id={trays}>
              {TRAYS.map((tray) => (
                <option key={tray} value={tray}>
                  {tray}
                </option>
              ))}
            </datalist>
          </>
        )}
      </FieldFrame>
    </Stack>
  )
}
