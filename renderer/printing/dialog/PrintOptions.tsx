import Autocomplete from '@mui/material/Autocomplete'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
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
  const { printers, choice, change } = job
  const list = printers.list ?? []
  const problem = list.find(({ name }) => name === choice.printer)?.problem ?? null
  return (
    <Stack spacing={3}>
      <TextField
        select
        label={t('printer')}
        value={list.some(({ name }) => name === choice.printer) ? choice.printer : ''}
        onChange={(event) => change({ printer: event.target.value })}
        disabled={list.length === 0}
        error={problem !== null}
        helperText={problem ? explain({ key: problem, params: { printer: choice.printer } }) : ' '}
        fullWidth
      >
        {list.map(({ name, isDefault }) => (
          <MenuItem key={name} value={name}>
            {isDefault ? t('defaultPrinter', { name }) : name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="number"
        label={t('copies')}
        value={choice.copies}
        onChange={(event) => change({ copies: copiesWithin(Number(event.target.value)) })}
        slotProps={{ htmlInput: { min: 1, max: MOST_COPIES } }}
        fullWidth
      />
      <Autocomplete
        freeSolo
        options={TRAYS}
        value={choice.tray ?? ''}
        onInputChange={(_, tray) => change({ tray: tray.trim() === '' ? null : tray.trim() })}
        renderInput={(params) => (
          <TextField {...params} label={t('tray')} placeholder={t('trayAuto')} helperText={t('trayHint')} />
        )}
      />
    </Stack>
  )
}
