import Close from '@mui/icons-material/Close'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useRef } from 'react'
import { type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { FileList } from './FileList'
import { freshOf } from './files'
import { Gathering } from './Gathering'
import { useGather } from './useGather'

/**
 * 附件 of a form whose record does not exist yet. The bytes are on disk the moment they are chosen, and the form's
 * draft keeps their names (`StoredFile[]` under `name`): a crash loses nothing. The command that registers the record
 * writes their rows with it (`putAttachments`).
 */
export function AttachmentsField<V extends FieldValues>({ name }: { name: FieldPath<V> }) {
  const { t } = useTranslation('attachments')
  const { field } = useController<V>({ name })
  const files: readonly StoredFile[] = field.value ?? []
  // What was chosen arrives later than it was asked for; meanwhile others may have come or gone.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  })
  const change = (next: readonly StoredFile[]): void => {
    latest.current = next
    field.onChange(next)
  }
  const gather = useGather(async (stored) => {
    const before = latest.current
    const { fresh, again } = freshOf(stored, before)
    change([...before, ...fresh])
    return again ? { key: 'attachment.alreadyThere', params: { name: again.name } } : null
  })
  return (
    <Gathering gather={gather} count={files.length} canAdd>
      {files.length > 0 && (
        <FileList
          label={t('title')}
          round={gather.round}
          files={files.map((file) => ({ ...file, key: file.sha256, about: '', voided: null }))}
          renderAction={(file) => (
            <Tooltip title={t('takeOut')}>
              <IconButton
                aria-label={t('takeOutOf', { name: file.name })}
                onClick={() => change(latest.current.filter(({ sha256 }) => sha256 !== file.sha256))}
              >
                <Close />
              </IconButton>
            </Tooltip>
          )}
        />
      )}
    </Gathering>
  )
}
