import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { RefusalBar } from '../../ui'
import { TroubleWays } from '../trouble/TroubleWays'
import { Ready } from './Ready'

/** The data could not be opened: what happened, try again, or leave. Nothing is changed by looking. */
export function StartFailed(props: { refusal: Refusal; onAgain: () => void; onQuit: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Box component="main" sx={{ p: 8, maxWidth: 640, display: 'grid', gap: 3 }}>
      <Box component="h1" sx={{ m: 0, fontSize: 20 }}>
        {t('start.failed')}
      </Box>
      <RefusalBar refusal={props.refusal} />
      <Box>{t('start.failedHelp')}</Box>
      <TroubleWays>
        <Button variant="contained" autoFocus onClick={props.onAgain}>
          {t('start.again')}
        </Button>
        <Button onClick={props.onQuit}>{t('quit')}</Button>
      </TroubleWays>
      <Ready screen="failed" />
    </Box>
  )
}
