import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import { formatPhone, formatPlate } from '../../../../shared/util/contact'
import type { Household } from '../../../data'
import { CopyButton, SectionPanel } from '../../../ui'
import { ComplaintLines } from './ComplaintLines'
import { FlagList } from './FlagList'
import { useHousehold, useUnitHistory } from './useHousehold'

interface WhoPanelProps {
  unitId: string | null
  /** The record that is shown, left out of the history. */
  exceptId?: string
  /** Offered in the intake: this person complains. */
  onPick?: (unit: Unit, person: Person) => void
  /** Said where no household is chosen. */
  nobody: string
}

/** Who this is: household, flags, standing instructions, open matters, last complaints, vehicles (ui.md, "Record"). */
export function WhoPanel({ unitId, exceptId, onPick, nobody }: WhoPanelProps) {
  const { t } = useTranslation('complaints')
  const household = useHousehold(unitId)
  const { open, ended } = useUnitHistory(unitId, exceptId)
  if (!unitId || household === null) {
    return (
      <SectionPanel id="complaints.who" title={t('who.title')}>
        <Box sx={{ color: 'text.secondary' }}>{nobody}</Box>
      </SectionPanel>
    )
  }
  if (!household) return null
  return (
    <>
      <SectionPanel id="complaints.who" title={t('who.title')}>
        <Box sx={{ display: 'grid', gap: 3 }}>
          <UnitLine unit={household.unit} />
          <FlagList household={household} />
          <Persons household={household} onPick={onPick} />
          <Vehicles household={household} />
        </Box>
      </SectionPanel>
      <SectionPanel id="complaints.matters" title={t('who.matters')} count={open.length}>
        {open.length > 0 ? <ComplaintLines records={open} /> : t('who.none')}
      </SectionPanel>
      <SectionPanel id="complaints.history" title={t('who.history')} count={ended.length}>
        {ended.length > 0 ? <ComplaintLines records={ended} /> : t('who.none')}
      </SectionPanel>
    </>
  )
}

function UnitLine({ unit }: { unit: Unit }) {
  const { t } = useTranslation('complaints')
  const { t: words } = useTranslation('households')
  return (
    <Box sx={{ display: 'flex', gap: '4px 12px', flexWrap: 'wrap', alignItems: 'baseline' }}>
      <Box component="strong" sx={{ fontSize: 16 }}>
        {unit.code}
      </Box>
      <span>
        {words(`use.${unit.use}`)} · {words(`status.${unit.status}`)}
      </span>
      <MuiLink component={Link} to={`/households/${unit.id}`}>
        {t('who.open')}
      </MuiLink>
    </Box>
  )
}

/** A small heading with its lines. */
export function Lines({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Box component="h3" sx={{ m: 0, mb: 0.5, fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>
        {title}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {children}
      </Box>
    </div>
  )
}

function Persons({ household, onPick }: { household: Household; onPick: WhoPanelProps['onPick'] }) {
  const { t } = useTranslation('complaints')
  const { t: words } = useTranslation('households')
  const { unit } = household
  const persons = household.persons.filter((person) => !person.voided)
  if (persons.length === 0) return null
  return (
    <Lines title={t('who.persons')}>
      {persons.map((person) => {
        const role = person.residences.find((one) => one.unitId === unit.id)?.role
        const phone = person.phones[0]
        return (
          <Box
            component="li"
            key={person.id}
            sx={{ display: 'flex', alignItems: 'center', gap: '0 8px', flexWrap: 'wrap', minHeight: 28 }}
          >
            <strong>{person.name}</strong>
            {role && <span>{words(`personRole.${role}`)}</span>}
            {phone && <span>{formatPhone(phone)}</span>}
            {phone && <CopyButton text={phone} what={t('who.phoneOf', { name: person.name })} />}
            {onPick && (
              <Button variant="text" onClick={() => onPick(unit, person)} sx={{ ml: 'auto', minHeight: 28 }}>
                {t('who.pick')}
              </Button>
            )}
          </Box>
        )
      })}
    </Lines>
  )
}

function Vehicles({ household }: { household: Household }) {
  const { t } = useTranslation('complaints')
  const vehicles = household.vehicles.filter((vehicle) => !vehicle.voided)
  if (vehicles.length === 0) return null
  return (
    <Lines title={t('who.vehicles')}>
      {vehicles.map(({ id, plate, parkingSpace, ownerName }) => (
        <li key={id}>
          {[formatPlate(plate), parkingSpace && t('who.space', { space: parkingSpace }), ownerName]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </Lines>
  )
}
