import Box from '@mui/material/Box'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../../ui'

interface SignerFieldsProps {
  roles: readonly string[]
  role: string
  onRole: (role: string) => void
  by: string
  onBy: (by: string) => void
  /** What is wrong with the name. */
  error: string | undefined
}

/** Who signs, and in which box of the form, where it has several. The roles are the form's own words. */
export function SignerFields({ roles, role, onRole, by, onBy, error }: SignerFieldsProps) {
  const { t } = useTranslation('paper')
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 3 }}>
      <FieldFrame label={t('signing.who')} required error={error}>
        {(aria) => (
          <OutlinedInput
            fullWidth
            autoFocus
            value={by}
            onChange={({ target }) => onBy(target.value)}
            inputProps={{ ...aria, maxLength: 50 }}
          />
        )}
      </FieldFrame>
      {roles.length > 1 && (
        <FieldFrame label={t('signing.role')} error={undefined}>
          {(aria) => (
            <NativeSelect
              input={<OutlinedInput />}
              fullWidth
              value={role}
              onChange={({ target }) => onRole(target.value)}
              inputProps={aria}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </NativeSelect>
          )}
        </FieldFrame>
      )}
    </Box>
  )
}
