import Box from '@mui/material/Box'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPhone, formatPlate } from '../../../../shared/util/contact'
import { findHouseholds, type HouseholdHit, useData } from '../../../data'
import { AsyncCombobox } from '../../../ui'

const LIMIT = 12

/** Finds the household while the person talks: door number, name, pinyin initials, part of a phone, plate. */
export function HouseholdPicker({
  onPick,
  autoFocus,
}: {
  onPick: (hit: HouseholdHit) => void
  autoFocus?: boolean
}) {
  const { t } = useTranslation('complaints')
  const { db, search } = useData()
  const [picked, setPicked] = useState<HouseholdHit | null>(null)
  const load = useCallback((query: string) => findHouseholds(db, search, query, LIMIT), [db, search])
  return (
    <AsyncCombobox<HouseholdHit>
      label={t('field.household')}
      hint={t('intake.findHint')}
      placeholder={t('intake.findHousehold')}
      wide
      autoFocus={autoFocus}
      value={picked}
      load={load}
      optionKey={hitKey}
      optionText={hitText}
      renderOption={(hit) => <HitLine hit={hit} />}
      onPick={(hit) => {
        setPicked(hit)
        if (hit) onPick(hit)
      }}
    />
  )
}

function hitKey({ unit, person, vehicle }: HouseholdHit): string {
  return [unit.id, person?.id, vehicle?.id].filter(Boolean).join(' ')
}

function hitText({ unit, person, vehicle }: HouseholdHit): string {
  return [unit.code, person?.name ?? vehicle?.ownerName].filter(Boolean).join(' ')
}

function HitLine({ hit: { unit, person, vehicle } }: { hit: HouseholdHit }) {
  const { t } = useTranslation('households')
  const role = person?.residences.find((one) => one.unitId === unit.id)?.role
  return (
    <Box sx={{ display: 'flex', gap: '0 12px', flexWrap: 'wrap' }}>
      <strong>{unit.code}</strong>
      {person && <span>{person.name}</span>}
      {role && <span>{t(`personRole.${role}`)}</span>}
      {person?.phones[0] && <span>{person.phones.map(formatPhone).join('、')}</span>}
      {vehicle && <span>{[formatPlate(vehicle.plate), vehicle.ownerName].filter(Boolean).join(' ')}</span>}
      {!person && !vehicle && <span>{t(`status.${unit.status}`)}</span>}
    </Box>
  )
}
