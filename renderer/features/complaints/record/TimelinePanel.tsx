import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { type TimelineEntry, timelineOf, useQuery } from '../../../data'
import { SectionPanel, Timeline, type TimelineItem, translateKey } from '../../../ui'
import { describeChanges, type TimelineWords } from './timelineWords'
import { useTimelineWords } from './useTimelineWords'

/** 时间线: who did what when, with old and new values (domain 10), from the audit chain itself. */
export function TimelinePanel({ record }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  const words = useTimelineWords()
  const entries = useQuery((db) => timelineOf(db, record.id), [record.id]) ?? []
  const items = entries.map((entry) => itemOf(entry, record.id, words, t('record.system')))
  return (
    <SectionPanel id="complaints.timeline" title={t('record.timeline')} count={items.length}>
      <Timeline label={t('record.timeline')} items={items} />
    </SectionPanel>
  )
}

function itemOf(
  { entry, detail }: TimelineEntry,
  id: string,
  words: TimelineWords,
  system: string,
): TimelineItem {
  const fields = detail?.changes.find((change) => change.id === id)?.fields ?? []
  const name = entry.command.replace(/^complaint\./, '')
  const changes = describeChanges(fields, words)
  const reason = detail?.reason
  return {
    id: entry.opId,
    at: entry.at,
    who: detail?.userName || system,
    what: translateKey(`complaints:did.${name}`, undefined, entry.command),
    // A reason that is one of the changed fields is not told twice.
    note: reason && !changes.some(({ after }) => after === reason) ? reason : undefined,
    changes,
  }
}
