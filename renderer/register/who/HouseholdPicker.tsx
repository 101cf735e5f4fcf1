import Box from '@mui/material/Box'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf } from '../../../shared/util/civilTime'
import { formatPhone, formatPlate } from '../../../shared/util/contact'
import { findHouseholds, getHousehold, type HouseholdHit, useData, useRole } from '../../data'
import { AsyncCombobox } from '../../ui'
import { expandHits } from './expandHits'

const LIMIT = 12

/** Finds the household while the person talks: door number, name, pinyin initials, part of a phone, plate. */
export function HouseholdPicker({
  onPick,
  autoFocus,
  linked = '',
}: {
  onPick: (hit: HouseholdHit) => void
  autoFocus?: boolean
  /** Words of the household that the form is tied to already. */
  linked?: string
}) {
  const { t } = useTranslation('record')
  const { db, search, ports } = useData()
  const role = useRole()
  const [picked, setPicked] = useState<HouseholdHit | null>(null)
  const load = useCallback(
    async (query: string) => {
      const hits = await findHouseholds(db, search, query, LIMIT)
      return expandHits(hits, (unitId) => getHousehold(db, unitId, role, civilDayOf(ports.now())))
    },
    [db, search, ports, role],
  )
  return (
    <AsyncCombobox<HouseholdHit>
      label={t('find.household')}
      hint={t('find.hint')}
      placeholder={t('find.placeholder')}
      autoFocus={autoFocus}
      value={picked}
      initialText={linked}
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
      {!person && <span>{t(`status.${unit.status}`)}</span>}
    </Box>
  )
}
