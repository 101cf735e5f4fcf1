import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { useTranslation } from 'react-i18next'
import { CAUSES, type Cause } from '../../../shared/domain/complaint/types'
import { FieldFrame, useField } from '../../ui'
import type { MatterValues } from './values'

/** The 原因类别 for which a matter is offered: one or more. */
export function CausesField() {
  const { t } = useTranslation(['guidance', 'complaints'])
  const look = { name: 'causes', label: t('guidance:field.causes'), required: true, wide: true } as const
  const { field, error } = useField<MatterValues>(look)
  const chosen = field.value as readonly Cause[]
  const toggle = (cause: Cause) =>
    field.onChange(chosen.includes(cause) ? chosen.filter((one) => one !== cause) : [...chosen, cause])
  return (
    <FieldFrame {...look} error={error} group>
      {(aria, labelId) => (
        <Box
          role="group"
          aria-labelledby={labelId}
          aria-describedby={aria['aria-describedby']}
          onBlur={field.onBlur}
          sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}
        >
          {CAUSES.map((cause, index) => (
            <Box component="label" key={cause} sx={{ display: 'flex', alignItems: 'center', minHeight: 32 }}>
              <Checkbox
                checked={chosen.includes(cause)}
                onChange={() => toggle(cause)}
                sx={{ p: 1, ml: -1 }}
                slotProps={{ input: { name: field.name, ...(index === 0 ? { ref: field.ref } : {}) } }}
              />
              {t(`complaints:cause.${cause}`)}
            </Box>
          ))}
        </Box>
      )}
    </FieldFrame>
  )
}
