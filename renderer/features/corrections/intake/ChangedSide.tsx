import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CorrectableField } from '../../../../shared/domain/register/correctable'
import { SectionPanel } from '../../../ui'
import { ChangesTable } from '../ChangesTable'
import { monthWords, wordedChanges } from '../wording'
import { changesIn, type CorrectionValues, nameOf, openedValues, keyOf } from './values'

interface Props {
  form: UseFormReturn<CorrectionValues>
  table: string
  record: object
  fields: readonly CorrectableField[]
  month: string
}

/** What was changed so far, old and new, each to be taken back by one click; and what becomes of it. */
export function ChangedSide({ form, table, record, fields, month }: Props) {
  const { t } = useTranslation('corrections')
  const { values, kind } = useWatch({ control: form.control }) as CorrectionValues
  const changes = kind === 'void' ? [] : changesIn(record, fields, values)
  const worded = wordedChanges({ target: { table, id: '', number: '' }, changes }, record)
  const restore = (path: string) => {
    const opened = openedValues(record, fields)[keyOf(path)] ?? null
    form.setValue(nameOf(path), opened, { shouldDirty: true })
    form.setFocus(nameOf(path))
  }
  return (
    <>
      <SectionPanel id="corrections.changed" title={t('intake.changed')} count={worded.length}>
        {kind === 'void' && t('record.voids')}
        {kind !== 'void' && worded.length === 0 && (
          <Box sx={{ color: 'text.secondary' }}>{t('intake.nothingChanged')}</Box>
        )}
        {worded.length > 0 && <ChangesTable changes={worded} />}
        {worded.map(({ path, label }) => (
          <Button key={path} variant="text" onClick={() => restore(path)} sx={{ mt: 1 }}>
            {t('intake.takeBack', { field: label })}
          </Button>
        ))}
      </SectionPanel>
      <Box sx={{ color: 'text.secondary', p: 3 }}>{t('intake.monthText', { month: monthWords(month) })}</Box>
    </>
  )
}
