import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

/** What is shown instead of a screen that could not be drawn. */
export function BrokenScreen({ whole, onAgain }: { whole?: boolean | undefined; onAgain: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Box role="alert" sx={{ p: 8, maxWidth: 640, display: 'grid', gap: 3 }}>
      <Box component="h1" sx={{ m: 0, fontSize: 20 }}>
        {t('broken.title')}
      </Box>
      <Box>{t('broken.text')}</Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        {!whole && (
          <Button variant="contained" onClick={onAgain}>
            {t('broken.again')}
          </Button>
        )}
        <Button variant={whole ? 'contained' : 'outlined'} onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </Box>
    </Box>
  )
}
