import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../ui'

interface NewerDataProps {
  /** The database's data version; NaN when only the database itself knows. */
  stored: number
  supported: number
  onQuit: () => void
}

/** The data was written by a newer release: refused, because an older program would damage it. */
export default function NewerData({ stored, supported, onQuit }: NewerDataProps) {
  const { t } = useTranslation(['start', 'shell'])
  return (
    <Box component="main" sx={{ p: 8, maxWidth: 720, display: 'grid', gap: 4 }}>
      <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
        {t('start:newer.title')}
      </Box>
      <Box>{t('start:newer.text')}</Box>
      <Facts
        items={[
          { label: t('start:newer.stored'), value: Number.isNaN(stored) ? null : String(stored) },
          { label: t('start:newer.supported'), value: String(supported) },
        ]}
      />
      <Box>
        <Button variant="contained" autoFocus onClick={onQuit}>
          {t('shell:quit')}
        </Button>
      </Box>
    </Box>
  )
}
