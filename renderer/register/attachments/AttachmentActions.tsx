import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { type Attachment, mayVoidAttachment } from '../../../shared/domain/register/attachment'
import {
  type CommandSpec,
  renameAttachmentCommand,
  type SavedRecord,
  useUser,
  voidAttachmentCommand,
} from '../../data'
import { announce, ConfirmDialog, refusalText, useNow } from '../../ui'
import { useSave } from '../saving/saving'
import { RenameDialog } from './RenameDialog'

/** 改名 and 作废 of one attachment, where the role may. */
export function AttachmentActions({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation('attachments')
  const user = useUser()
  const save = useSave()
  const now = new Date(useNow()).toISOString()
  const [open, setOpen] = useState<'rename' | 'void' | null>(null)
  if (attachment.voided) return null
  const { id, name } = attachment
  const run = async <I,>(spec: CommandSpec<I, SavedRecord>, input: I, said: string): Promise<void> => {
    const { refusal } = await save(spec, input, undefined, () => said)
    if (refusal) announce(refusalText(refusal), 'problem')
    else setOpen(null)
  }
  return (
    <>
      {may(user.role, 'record.process') && <Button onClick={() => setOpen('rename')}>{t('rename')}</Button>}
      {mayVoidAttachment(attachment, { userId: user.id, role: user.role }, now) && (
        <Button color="error" onClick={() => setOpen('void')}>
          {t('void')}
        </Button>
      )}
      {open === 'rename' && (
        <RenameDialog
          name={name}
          onCancel={() => setOpen(null)}
          onRename={(to) => run(renameAttachmentCommand, { id, name: to }, t('renamed', { name: to }))}
        />
      )}
      <ConfirmDialog
        open={open === 'void'}
        title={t('voidTitle', { name })}
        confirmLabel={t('voidAndKeep')}
        reasonLabel={t('voidReason')}
        danger
        onCancel={() => setOpen(null)}
        onConfirm={(reason) => void run(voidAttachmentCommand, { id, reason }, t('voidedNow', { name }))}
      >
        {t('voidText')}
      </ConfirmDialog>
    </>
  )
}
