import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { type FieldValues, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

interface ListFieldsProps {
  /** Name of the list in the form's values and in refusals: `losses`. */
  name: string
  /** A new row. */
  blank: () => FieldValues
  /** 再加一项损失 */
  add: string
  /** CSS grid tracks of a row, without its button. */
  tracks: string
  /** Fields of a row under `path`: `losses.0`. */
  children: (path: string) => ReactNode
}

/** Rows of a list, each with its fields and a button that takes it out. */
export function ListFields({ name, blank, add, tracks, children }: ListFieldsProps) {
  const { t } = useTranslation('incidents')
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'key' })
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {fields.map(({ key }, index) => (
        <Box
          key={key}
          role="group"
          aria-label={t('step.row', { n: index + 1 })}
          sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'start' }}
        >
          <Box sx={{ display: 'grid', gap: '8px 12px', gridTemplateColumns: tracks }}>
            {children(`${name}.${index}`)}
          </Box>
          <Tooltip title={t('step.remove', { n: index + 1 })}>
            <IconButton
              aria-label={t('step.remove', { n: index + 1 })}
              onClick={() => remove(index)}
              sx={{ mt: 5 }}
            >
              <Close />
            </IconButton>
          </Tooltip>
        </Box>
      ))}
      <Box>
        <Button variant="text" onClick={() => append(blank())}>
          {add}
        </Button>
      </Box>
    </Box>
  )
}
