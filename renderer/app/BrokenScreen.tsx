import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { TroubleWays } from './trouble/TroubleWays'
import type { TypedField } from './trouble/typed'

interface BrokenScreenProps {
  whole?: boolean | undefined
  /** What stood in the fields when it broke. */
  typed: () => readonly TypedField[]
  onAgain: () => void
}

/** What is shown instead of a screen that could not be drawn: what was typed is kept, and there are ways on. */
export function BrokenScreen({ whole, typed, onAgain }: BrokenScreenProps) {
  const { t } = useTranslation('shell')
  return (
    <Box
      role="alert"
      sx={{ p: 8, maxWidth: 640, maxHeight: '100%', overflow: 'auto', display: 'grid', gap: 3 }}
    >
      <Box component="h1" sx={{ m: 0, fontSize: 20 }}>
        {t('broken.title')}
      </Box>
      <Box>{t('broken.text')}</Box>
      <TroubleWays typed={typed}>
        {!whole && (
          <Button variant="contained" autoFocus onClick={onAgain}>
            {t('broken.again')}
          </Button>
        )}
        <Button
          variant={whole ? 'contained' : 'outlined'}
          autoFocus={whole === true}
          onClick={() => window.location.reload()}
        >
          {t('broken.reload')}
        </Button>
      </TroubleWays>
    </Box>
  )
}
