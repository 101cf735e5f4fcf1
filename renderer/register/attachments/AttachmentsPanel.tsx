import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import type { Attachment } from '../../../shared/domain/register/attachment'
import { attachmentsOf, type AttachTo, useQuery, useRole } from '../../data'
import { formatShort, useNow } from '../../ui'
import { AttachmentActions } from './AttachmentActions'
import { FileList } from './FileList'
import { freshOf } from './files'
import { Gathering } from './Gathering'
import type { ShownFile } from './ShownFile'
import { useAddAttachment } from './useAddAttachment'
import { useGather } from './useGather'

/** 附件 of a record of any register (domain 10); one that is `closed` takes no more. Scans of its sheets are shown with its paper, not here. */
export function AttachmentsPanel({ table, recordId, closed = false }: AttachTo & { closed?: boolean }) {
  const { t } = useTranslation('attachments')
  const role = useRole()
  const now = new Date(useNow()).toISOString()
  const all = useQuery((db) => attachmentsOf(db, recordId, table), [recordId, table]) ?? []
  const own = all.filter(({ sheet }) => sheet === null)
  const add = useAddAttachment({ table, recordId })
  const gather = useGather(async (files) => {
    const { fresh, again } = freshOf(
      files,
      own.filter(({ voided }) => voided === null),
    )
    const refusal = fresh.length > 0 ? (await add(fresh)).refusal : null
    return refusal ?? (again ? { key: 'attachment.alreadyThere', params: { name: again.name } } : null)
  })
  const byId = new Map(own.map((one) => [one.id, one]))
  return (
    <Gathering gather={gather} count={own.length} canAdd={!closed && may(role, 'record.process')}>
      {own.length === 0 ? (
        t('none')
      ) : (
        <FileList
          label={t('title')}
          round={gather.round}
          files={own.map((one) => shownOf(one, now))}
          renderPreviewActions={({ key }) => {
            const attachment = byId.get(key)
            return attachment && <AttachmentActions key={key} attachment={attachment} />
          }}
        />
      )}
    </Gathering>
  )
}

function shownOf(attachment: Attachment, now: string): ShownFile {
  const { id, addedAt, addedBy, voided } = attachment
  return {
    ...attachment,
    key: id,
    about: [addedBy, formatShort(addedAt, now)].filter(Boolean).join(' '),
    voided: voided?.reason ?? null,
  }
}
