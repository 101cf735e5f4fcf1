import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { residenceAt } from '../../../../shared/domain/household/person'
import type { Person, Residence, Unit } from '../../../../shared/domain/household/types'
import { formatPhone } from '../../../../shared/util/contact'
import type { Household } from '../../../data'
import { CopyButton, type MenuAction, SectionPanel, StatusChip } from '../../../ui'
import { useFindPerson } from '../../../register/privacyPlaces'
import { EntryRow, EntryRows } from './EntryRow'
import type { SectionProps } from './SectionProps'

/** 人员: who lives here now, and below them who did. */
export function PersonsSection(props: SectionProps) {
  const { household, today, writes, onEdit } = props
  const { t } = useTranslation('households')
  const { unit } = household
  const known = household.persons.filter((person) => !person.voided)
  const here = known.filter((person) => residenceAt(person, unit.id, today) !== null)
  const former = known.filter((person) => !here.includes(person))
  const add = writes && (
    <Button variant="text" onClick={() => onEdit({ form: 'person', id: null })}>
      {t('action.addPerson')}
    </Button>
  )
  return (
    <>
      <SectionPanel id="households.persons" title={t('section.persons')} count={here.length} actions={add}>
        <EntryRows label={t('section.persons')} none={here.length === 0}>
          {here.map((person) => (
            <PersonRow key={person.id} {...props} person={person} />
          ))}
        </EntryRows>
      </SectionPanel>
      {former.length > 0 && (
        <SectionPanel
          id="households.former"
          title={t('section.former')}
          count={former.length}
          defaultOpen={false}
        >
          <EntryRows label={t('section.former')} none={false}>
            {former.map((person) => (
              <PersonRow key={person.id} {...props} person={person} />
            ))}
          </EntryRows>
        </SectionPanel>
      )}
    </>
  )
}

function PersonRow({ household, person, today, writes, onEdit, onVoid }: SectionProps & { person: Person }) {
  const { t } = useTranslation(['households', 'privacy'])
  const find = useFindPerson()
  const { unit } = household
  const now = residenceAt(person, unit.id, today)
  const more: MenuAction[] = [
    ...(now && now.until === null
      ? [{ label: t('action.moveOut'), run: () => onEdit({ form: 'moveOut', id: person.id }) }]
      : []),
    ...(onVoid
      ? [{ label: t('action.void'), danger: true, run: () => onVoid('persons', person.id, person.name) }]
      : []),
    ...(find ? [{ label: t('privacy:rights.find'), run: () => find(person.id) }] : []),
  ]
  const edit = writes ? () => onEdit({ form: 'person', id: person.id }) : null
  return (
    <EntryRow name={person.name} onEdit={edit} more={more}>
      <strong>{person.name}</strong>
      {residencesIn(person, unit, now).map((residence) => (
        <Stay key={`${residence.role}${residence.from}${residence.until}`} residence={residence} />
      ))}
      {person.phones.map((phone) => (
        <Box component="span" key={phone} sx={{ whiteSpace: 'nowrap' }}>
          {formatPhone(phone)}
          <CopyButton text={phone} what={t('record.personPhone', { name: person.name })} />
        </Box>
      ))}
      {person.idLastFour && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('record.lastFour', { digits: person.idLastFour })}
        </Box>
      )}
    </EntryRow>
  )
}

function residencesIn(person: Person, unit: Unit, now: Residence | null): Residence[] {
  return now ? [now] : person.residences.filter((one) => one.unitId === unit.id)
}

function Stay({ residence: { role, from, until } }: { residence: Residence }) {
  const { t } = useTranslation('households')
  const period = from && until ? t('record.between', { from, until }) : periodEnd(from, until, t)
  return (
    <span>
      <StatusChip plain tone={until ? 'done' : 'good'} label={t(`personRole.${role}`)} />
      {period && (
        <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
          {period}
        </Box>
      )}
    </span>
  )
}

type Words = ReturnType<typeof useTranslation<'households'>>['t']

function periodEnd(from: Household['unit']['moveInDate'], until: string | null, t: Words): string {
  if (until) return t('record.until', { day: until })
  return from ? t('record.from', { day: from }) : ''
}
