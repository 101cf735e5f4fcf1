import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Household } from '../../../data'
import { CareForm } from '../form/CareForm'
import { InstructionForm } from '../form/InstructionForm'
import { MoveOutForm } from '../form/MoveOutForm'
import { PersonForm } from '../form/PersonForm'
import { UnitForm } from '../form/UnitForm'
import { VehicleForm } from '../form/VehicleForm'
import type { Editing } from './editing'

interface OpenFormProps {
  editing: Editing
  household: Household
  codes: ReadonlyMap<string, string>
  today: string
  onClose: () => void
}

const find = <T extends { id: string }>(rows: readonly T[], id: string | null) =>
  rows.find((row) => row.id === id) ?? null

/** The form that is open in a household's record: one at a time, in place. */
export function OpenForm(props: OpenFormProps) {
  const { editing } = props
  const { t } = useTranslation('households')
  return (
    <Box
      sx={{
        p: 3,
        border: '1px solid',
        borderColor: 'primary.main',
        borderRadius: '4px',
        bgcolor: 'background.paper',
      }}
    >
      <Box component="h2" sx={{ m: 0, mb: 2, fontSize: 15, fontWeight: 600 }}>
        {t(`form.${editing.form}`)}
      </Box>
      <FormFor key={`${editing.form}:${editing.id}`} {...props} />
    </Box>
  )
}

function FormFor({ editing, household, codes, today, onClose }: OpenFormProps) {
  const { unit, persons, vehicles, visibleFlags, instructions } = household
  const { id } = editing
  switch (editing.form) {
    case 'unit':
      return <UnitForm unit={unit} onClose={onClose} />
    case 'person':
      return <PersonForm unit={unit} person={find(persons, id)} codes={codes} onClose={onClose} />
    case 'vehicle':
      return <VehicleForm unit={unit} vehicle={find(vehicles, id)} onClose={onClose} />
    case 'care':
      return <CareForm unit={unit} flag={find(visibleFlags, id)} onClose={onClose} />
    case 'instruction': {
      const instruction = find(instructions, id)
      return <InstructionForm unit={unit} instruction={instruction} today={today} onClose={onClose} />
    }
    case 'moveOut': {
      const person = find(persons, id)
      return person && <MoveOutForm unit={unit} person={person} today={today} onClose={onClose} />
    }
  }
}
