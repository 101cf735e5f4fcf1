import Box from '@mui/material/Box'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from './FieldError'

/** What every field has besides its value. */
export interface FieldLook {
  /** The visible and accessible name, to the letter. */
  label: string
  required?: boolean
  /** Marked like what is required, though it can be saved without: when it will be asked for, in words. */
  owed?: string
  /** Unit, format or example that does not fit inside the field. */
  hint?: ReactNode
  /** Words large, for what a person said. */
  large?: boolean
  /** Takes both columns of a `FormGrid`. */
  wide?: boolean
}

/** Attributes that tie an input to its label, hint and error. */
export interface FieldAria {
  id: string
  'aria-required': boolean | undefined
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
}

interface FieldFrameProps extends FieldLook {
  error: string | undefined
  /** A group of inputs (radio buttons) is named by `aria-labelledby` instead of a `<label>`. */
  group?: boolean
  /** Something at the right end of the label's line. */
  aside?: ReactNode
  children: (aria: FieldAria, labelId: string) => ReactNode
}

/** Label above, input, then hint and error (ui.md, "Record"): the required mark stands before the label. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, required, owed, hint, error, group, aside, wide, children } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const labelId = `${id}label`
  const describedBy = [hint ? `${id}hint` : '', error ? `${id}error` : ''].filter(Boolean).join(' ')
  const aria: FieldAria = {
    id,
    'aria-required': required || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy || undefined,
  }
  return (
    <Box sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : undefined }}>
      {/* A long label breaks where the field is narrow: the input moves down, never over it. */}
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 20, lineHeight: '20px', mb: 0.5 }}
      >
        {(required || owed) && (
          <Box
            component="span"
            aria-hidden
            title={required ? t('field.required') : owed}
            sx={{ color: 'error.main' }}
          >
            *
          </Box>
        )}
        <Box
          component={group ? 'span' : 'label'}
          id={labelId}
          {...(group ? {} : { htmlFor: id })}
          sx={{ fontSize: 13, lineHeight: '20px', color: 'text.secondary', fontWeight: 600 }}
        >
          {label}
        </Box>
        {aside && <Box sx={{ ml: 'auto', height: 20, flexShrink: 0 }}>{aside}</Box>}
      </Box>
      {children(aria, labelId)}
      {hint && (
        <Box id={`${id}hint`} sx={{ fontSize: 12, color: 'text.secondary', mt: 0.5 }}>
          {hint}
        </Box>
      )}
      <FieldError id={`${id}error`} message={error} />
    </Box>
  )
}
