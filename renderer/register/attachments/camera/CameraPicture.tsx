import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../ui'
import type { Camera } from './useCamera'

interface CameraPictureProps extends Pick<Camera, 'state' | 'refusal' | 'again'> {
  onVideo: Camera['video']
}

/** What the camera sees now, or why it sees nothing. */
export function CameraPicture({ state, refusal, again, onVideo }: CameraPictureProps) {
  const { t } = useTranslation('attachments')
  return (
    <Box
      sx={{
        position: 'relative',
        height: 'min(50vh, 480px)',
        display: 'grid',
        placeItems: 'center',
        borderRadius: '4px',
        overflow: 'hidden',
        bgcolor: state === 'live' ? 'common.black' : 'action.hover',
      }}
    >
      <Box
        component="video"
        ref={onVideo}
        aria-label={t('camera.picture')}
        data-live={state === 'live' || undefined}
        muted
        playsInline
        sx={{
          position: 'absolute',
          inset: 0,
          width: '100%',
          height: '100%',
          objectFit: 'contain',
          visibility: state === 'live' ? 'visible' : 'hidden',
        }}
      />
      {state === 'opening' && <span>{t('camera.opening')}</span>}
      <Box role="alert" sx={{ p: 3, textAlign: 'center', '&:empty': { display: 'none' } }}>
        {refusal && (
          <>
            <Box sx={{ mb: 2, color: 'error.main' }}>{refusalText(refusal)}</Box>
            <Button onClick={again} autoFocus>
              {t('camera.tryAgain')}
            </Button>
          </>
        )}
      </Box>
    </Box>
  )
}
