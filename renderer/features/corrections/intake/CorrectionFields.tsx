import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { readPath } from '../../../../shared/domain/correction/values'
import type { CorrectableField } from '../../../../shared/domain/register/correctable'
import { FieldFrame, FormGrid, NoticeBar, TextArea, ToggleChoice, translateKey } from '../../../ui'
import { labelOf, valueWords } from '../wording'
import { CorrectedInput } from './CorrectedInput'
import type { CorrectionValues } from './values'

interface Props {
  form: UseFormReturn<CorrectionValues>
  record: object
  fields: readonly CorrectableField[]
}

/** What is to be corrected: the fields of the record with a search among them, or 作废; and why. */
export function CorrectionFields({ form, record, fields }: Props) {
  const { t } = useTranslation('corrections')
  const kind = useWatch({ control: form.control, name: 'kind' })
  const kinds = (['fields', 'void'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
    disabled: value === 'fields' && fields.length === 0,
  }))
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <ToggleChoice<CorrectionValues> name="kind" label={t('field.kind')} options={kinds} />
      <TextArea<CorrectionValues>
        name="reason"
        label={t('field.reason')}
        hint={t('intake.reasonHint')}
        required
        maxLength={2_000}
      />
      {kind === 'void' ? (
        <NoticeBar tone="danger">{t('intake.voidText')}</NoticeBar>
      ) : (
        <FieldList record={record} fields={fields} />
      )}
    </Box>
  )
}

function FieldList({ record, fields }: Omit<Props, 'form'>) {
  const { t } = useTranslation('corrections')
  const [query, setQuery] = useState('')
  const found = fields.filter((field) => isFound(field, record, query.trim()))
  const parts = [...new Set(found.map(({ part }) => part))]
  return (
    <>
      <FieldFrame label={t('intake.find')} hint={t('intake.findHint')} error={undefined}>
        {(aria) => (
          <OutlinedInput
            fullWidth
            autoFocus
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            inputProps={{ ...aria, autoComplete: 'off', spellCheck: false }}
          />
        )}
      </FieldFrame>
      {found.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('intake.noneFound')}</Box>}
      {parts.map((part) => (
        <Box key={part} component="section" aria-label={translateKey(part)}>
          <Box component="h2" sx={{ fontSize: 14, fontWeight: 600, m: '0 0 8px' }}>
            {translateKey(part)}
          </Box>
          <FormGrid>
            {found
              .filter((field) => field.part === part)
              .map((field) => (
                <CorrectedInput key={field.path} record={record} field={field} />
              ))}
          </FormGrid>
        </Box>
      ))}
    </>
  )
}

/** By its label, its part, or what it says now. */
function isFound(field: CorrectableField, record: object, query: string): boolean {
  if (query === '') return true
  const said = [labelOf(field), translateKey(field.part), valueWords(field, readPath(record, field.path))]
  return said.some((text) => text.toLowerCase().includes(query.toLowerCase()))
}
