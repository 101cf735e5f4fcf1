import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../ui'
import { useFolderState } from './useFolderState'

/** Which folder is watched, or in plain words what is wrong with it; nothing where none is. */
export function FolderLine() {
  const { t } = useTranslation('scans')
  const [state] = useFolderState()
  if (!state?.folder) return null
  const { folder, problem } = state
  return (
    <Box
      role="status"
      sx={{
        fontSize: 13,
        overflowWrap: 'anywhere',
        color: problem === null ? 'text.secondary' : 'error.main',
      }}
    >
      {t('folder.watched', { folder })}
      {problem !== null && ` ${refusalText({ key: problem })}`}
    </Box>
  )
}
