import { useTranslation } from 'react-i18next'
import type { Unit, Vehicle } from '../../../../shared/domain/household/types'
import { formatPhone, formatPlate, normalizePlate } from '../../../../shared/util/contact'
import { saveVehicleCommand } from '../../../data'
import { FormGrid, PhoneField, TextField } from '../../../ui'
import { useSaveEntry } from '../saving'
import { EntryForm } from './EntryForm'
import { type VehicleValues, vehicleForm } from './schemas'

interface VehicleFormProps {
  unit: Unit
  vehicle: Vehicle | null
  onClose: () => void
}

function valuesOf({ plate, parkingSpace, ownerName, phone }: Vehicle): VehicleValues {
  return { plate: formatPlate(plate), parkingSpace, ownerName, phone: formatPhone(phone) }
}

/** 车牌号 → unit, with 车位, 车主, 电话 (domain 4). */
export function VehicleForm({ unit, vehicle, onClose }: VehicleFormProps) {
  const { t } = useTranslation('households')
  const save = useSaveEntry()
  const empty: VehicleValues = { plate: '', parkingSpace: '', ownerName: '', phone: '' }
  return (
    <EntryForm
      kind={`household.vehicle:${vehicle?.id ?? 'new'}`}
      targetId={unit.id}
      label={t('form.vehicle')}
      values={vehicle ? valuesOf(vehicle) : empty}
      schema={vehicleForm}
      draftTitle={({ plate }) => `${unit.code} ${plate}`}
      onSave={async (values, draftId) => {
        const input = { id: vehicle?.id ?? null, unitId: unit.id, ...values }
        const word = formatPlate(normalizePlate(values.plate))
        return (await save(saveVehicleCommand, input, word, { draftId })).refusal
      }}
      onClose={onClose}
    >
      <FormGrid>
        <TextField<VehicleValues>
          name="plate"
          label={t('field.plate')}
          required
          autoFocus
          maxLength={20}
          tidy={formatPlate}
        />
        <TextField<VehicleValues> name="parkingSpace" label={t('field.parkingSpace')} maxLength={30} />
        <TextField<VehicleValues> name="ownerName" label={t('field.ownerName')} maxLength={60} />
        <PhoneField<VehicleValues> name="phone" label={t('field.phone')} />
      </FormGrid>
    </EntryForm>
  )
}
