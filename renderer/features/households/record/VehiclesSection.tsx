import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { formatPhone, formatPlate } from '../../../../shared/util/contact'
import { CopyButton, SectionPanel } from '../../../ui'
import { EntryRow, EntryRows } from './EntryRow'
import type { SectionProps } from './SectionProps'

/** 车辆 of the unit. */
export function VehiclesSection({ household, writes, onEdit, onVoid }: SectionProps) {
  const { t } = useTranslation('households')
  const vehicles = household.vehicles.filter((vehicle) => !vehicle.voided)
  const add = writes && (
    <Button variant="text" onClick={() => onEdit({ form: 'vehicle', id: null })}>
      {t('action.addVehicle')}
    </Button>
  )
  return (
    <SectionPanel
      id="households.vehicles"
      title={t('section.vehicles')}
      count={vehicles.length}
      actions={add}
    >
      <EntryRows label={t('section.vehicles')} none={vehicles.length === 0}>
        {vehicles.map(({ id, plate, parkingSpace, ownerName, phone }) => {
          const name = formatPlate(plate)
          const voiding = onVoid && {
            label: t('action.void'),
            danger: true,
            run: () => onVoid('vehicles', id, name),
          }
          return (
            <EntryRow
              key={id}
              name={name}
              onEdit={writes ? () => onEdit({ form: 'vehicle', id }) : null}
              more={voiding ? [voiding] : []}
            >
              <Box component="strong" sx={{ whiteSpace: 'nowrap' }}>
                {name}
                <CopyButton text={plate} what={t('record.plateOf', { plate: name })} />
              </Box>
              {parkingSpace && <span>{t('record.space', { space: parkingSpace })}</span>}
              {ownerName && <span>{ownerName}</span>}
              {phone && <span>{formatPhone(phone)}</span>}
            </EntryRow>
          )
        })}
      </EntryRows>
    </SectionPanel>
  )
}
