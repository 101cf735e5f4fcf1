import { getRecord, useQuery } from '../../data'
import { formatDateTime } from '../../ui'
import { LazyPreview } from '../attachments/preview/LazyPreview'
import { useFileStates } from '../attachments/useFileStates'

/** The scan of a signed sheet, large; Esc goes back to the paper. */
export function ScanPreview({ attachmentId, onClose }: { attachmentId: string; onClose: () => void }) {
  const scan = useQuery((db) => getRecord(db, 'attachments', attachmentId), [attachmentId])
  const states = useFileStates(scan ? [scan.sha256] : [])
  if (!scan) return null
  const about = [scan.addedBy, formatDateTime(scan.addedAt)].filter(Boolean).join(' ')
  const file = { ...scan, key: scan.id, about, voided: scan.voided?.reason ?? null }
  return (
    <LazyPreview
      files={[file]}
      at={0}
      state={states.get(scan.sha256)}
      onMove={() => undefined}
      onClose={onClose}
    />
  )
}
