import Box from '@mui/material/Box'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { attachmentUrl } from '../files'

/** Later than any recording: a player that is sent there finds out how long the recording is. */
const FAR = 1e7

/** A recording to listen to. */
export function AudioView({ file: { sha256, name } }: { file: StoredFile }) {
  const { t } = useTranslation('attachments')
  const [failed, setFailed] = useState(false)
  return (
    <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 8, bgcolor: 'action.hover' }}>
      {failed ? (
        <Box role="alert">{t('cannotPlay')}</Box>
      ) : (
        <Box
          component="audio"
          controls
          // Its own way to save goes through the browser's downloads, which are closed: 另存 is below.
          controlsList="nodownload"
          preload="metadata"
          src={attachmentUrl(sha256)}
          aria-label={t('viewOf', { name })}
          onLoadedMetadata={findLength}
          onError={() => setFailed(true)}
          sx={{ width: '100%', maxWidth: 640 }}
        />
      )}
    </Box>
  )
}

/** What was recorded live does not say in its head how long it is. */
function findLength({ currentTarget: audio }: SyntheticEvent<HTMLAudioElement>): void {
  if (Number.isFinite(audio.duration)) return
  audio.addEventListener(
    'durationchange',
    () => {
      audio.currentTime = 0
    },
    { once: true },
  )
  audio.currentTime = FAR
}
