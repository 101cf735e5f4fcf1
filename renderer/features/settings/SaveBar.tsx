import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** The save button below a part of the settings; quiet while nothing has been changed. */
export function SaveBar() {
  const { t } = useTranslation('common')
  const { isDirty, isSubmitting } = useFormState()
  return (
    <Box sx={{ mt: 4 }}>
      <Button type="submit" variant="contained" disabled={!isDirty || isSubmitting}>
        {t('save')}
      </Button>
    </Box>
  )
}
