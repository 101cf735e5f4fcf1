import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const PATIENCE_MS = 400

/** While the data is opened. Nothing is said in the first moment, so that a quick start does not flicker. */
export function Waiting({ migrating }: { migrating: boolean }) {
  const { t } = useTranslation('shell')
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box
      role="status"
      sx={{ display: 'grid', placeItems: 'center', height: '100%', color: 'text.secondary' }}
    >
      {migrating ? t('start.migrating') : late ? t('start.opening') : ''}
    </Box>
  )
}
