import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Person, Unit } from '../../../shared/domain/household/types'
import { formatPhone, formatPlate } from '../../../shared/util/contact'
import type { Household } from '../../data'
import { CopyButton, SectionPanel } from '../../ui'
import { FlagList } from './FlagList'
import { UnitMatters } from './UnitMatters'
import { useHousehold } from './useHousehold'

interface WhoPanelProps {
  unitId: string | null
  /** Offered in an intake: it is this person. */
  onPick?: (unit: Unit, person: Person) => void
  /** The word on that choice: 填为投诉人. */
  pickLabel?: string
  /** Said where no household is chosen. */
  nobody: string
  /** The record that is shown: not named among the household's matters. */
  exceptId?: string
  /** What only this register has to say of the household: when it was visited. */
  children?: ReactNode
}

/** Who this is: household, flags, standing instructions, people, vehicles, and its matters (ui.md, "Record"). */
export function WhoPanel({ unitId, onPick, pickLabel, nobody, exceptId, children }: WhoPanelProps) {
  const { t } = useTranslation('record')
  const household = useHousehold(unitId)
  if (!unitId || household === null) {
    return (
      <SectionPanel id="record.who" title={t('who.title')}>
        <Box sx={{ color: 'text.secondary' }}>{nobody}</Box>
      </SectionPanel>
    )
  }
  if (!household) return null
  return (
    <>
      <SectionPanel id="record.who" title={t('who.title')}>
        <Box sx={{ display: 'grid', gap: 3 }}>
          <UnitLine unit={household.unit} />
          <FlagList household={household} />
          <Persons household={household} onPick={onPick} pickLabel={pickLabel} />
          <Vehicles household={household} />
        </Box>
      </SectionPanel>
      {children}
      {/* While something is taken in, what helps to write it comes first. */}
      {!onPick && <UnitMatters unitId={unitId} exceptId={exceptId} />}
    </>
  )
}

function UnitLine({ unit }: { unit: Unit }) {
  const { t } = useTranslation('record')
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

type PersonsProps = Pick<WhoPanelProps, 'onPick' | 'pickLabel'> & { household: Household }

function Persons({ household, onPick, pickLabel }: PersonsProps) {
  const { t } = useTranslation('record')
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
                {pickLabel ?? t('who.pick')}
              </Button>
            )}
          </Box>
        )
      })}
    </Lines>
  )
}

function Vehicles({ household }: { household: Household }) {
  const { t } = useTranslation('record')
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
