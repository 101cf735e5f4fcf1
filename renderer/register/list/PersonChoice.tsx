import Box from '@mui/material/Box'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ERASED_WORDS } from '../../../shared/domain/privacy/types'
import { facetValues, type RecordTable, useQuery } from '../../data'
import { formatNumber } from '../../ui'
import type { PersonFilter } from './definition'

interface PersonChoiceProps {
  table: RecordTable
  filter: PersonFilter
  value: string
  /** The counts are shown. */
  counted: boolean
  onChange: (value: string) => void
}

const byName = new Intl.Collator('zh-CN')

/** One of the people in use, with how many of all records are theirs. */
export function PersonChoice({ table, filter, value, counted, onChange }: PersonChoiceProps) {
  const { t } = useTranslation('list')
  const id = useId()
  const found = useQuery((db) => facetValues(db, table, filter.facet), [table, filter.facet])
  const people = (found ?? [])
    // What stands instead of a name that was erased by law is nobody.
    .filter((one) => one.value !== ERASED_WORDS)
    .sort((a, b) => byName.compare(a.value, b.value))
  // Somebody whose last record went to another still filters, until another is chosen.
  const gone = value !== '' && !people.some((one) => one.value === value)
  if (people.length === 0 && !gone) return null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component="label" htmlFor={id} sx={{ color: 'text.secondary', mr: 1 }}>
        {filter.label}
      </Box>
      <NativeSelect
        input={<OutlinedInput />}
        inputProps={{ id }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        sx={{ minWidth: 120, maxWidth: 240 }}
      >
        <option value="">{t('person.all')}</option>
        {gone && <option value={value}>{value}</option>}
        {people.map((one) => (
          <option key={one.value} value={one.value}>
            {counted ? t('person.option', { name: one.value, count: formatNumber(one.count) }) : one.value}
          </option>
        ))}
      </NativeSelect>
    </Box>
  )
}
