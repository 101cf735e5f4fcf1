import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** Quiet while nothing has been changed. */
export function SaveKept() {
  const { t } = useTranslation('common')
  const { isDirty, isSubmitting } = useFormState()
  return (
    <Box sx={{ mt: 3 }}>
      <Button type="submit" variant="contained" disabled={!isDirty || isSubmitting}>
        {t('save')}
      </Button>
    </Box>
  )
}
