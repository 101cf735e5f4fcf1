import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileState } from '../../../shared/ipc/channels'
import { formatBytes } from '../../ui'
import { FileThumb } from './FileThumb'
import type { ShownFile } from './ShownFile'

interface FileRowProps {
  file: ShownFile
  /** undefined: not looked at yet. */
  state: FileState | undefined
  onOpen: () => void
  /** A button at the end. */
  action?: ReactNode
}

/** One attachment: what it looks like, its name, how large, who and when. Enter or a click opens it. */
export function FileRow({ file, state, onOpen, action }: FileRowProps) {
  const { t } = useTranslation('attachments')
  const broken = state === 'missing' || state === 'altered'
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <ButtonBase
        onClick={onOpen}
        data-attachment={file.key}
        sx={{
          flex: 1,
          minWidth: 0,
          justifyContent: 'flex-start',
          gap: 2,
          p: 1,
          borderRadius: '4px',
          textAlign: 'left',
          '&:hover': { bgcolor: 'action.hover' },
          '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        <FileThumb file={file} broken={broken} />
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Box
            sx={{
              overflowWrap: 'anywhere',
              textDecoration: file.voided === null ? undefined : 'line-through',
              color: file.voided === null ? 'text.primary' : 'text.secondary',
            }}
          >
            {file.name}
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {[formatBytes(file.size), file.about].filter(Boolean).join(' · ')}
          </Box>
          {file.voided !== null && (
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('voided', { reason: file.voided })}</Box>
          )}
          {broken && (
            <Box sx={{ fontSize: 12, fontWeight: 600, color: 'error.main' }}>{t(`state.${state}`)}</Box>
          )}
        </Box>
      </ButtonBase>
      {action}
    </Box>
  )
}
