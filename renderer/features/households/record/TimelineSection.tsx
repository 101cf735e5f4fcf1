import { useTranslation } from 'react-i18next'
import { type Household, type TimelineEntry, timelineOf, useQuery } from '../../../data'
import { SectionPanel, Timeline, type TimelineItem, translateKey } from '../../../ui'
import { changeWords } from './changeWords'

/** Who changed what of this household when (domain 10). Flags that this role may not see stay out of it. */
export function TimelineSection({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const rows = [
    household.unit,
    ...household.persons,
    ...household.vehicles,
    ...household.visibleFlags,
    ...household.instructions,
  ]
  const ids = rows.map((row) => row.id)
  // The newest change of any of them: what to read again after a command.
  const newest = rows.map((row) => row.updatedAt).join(' ')
  const entries = useQuery(
    async (db) => {
      const lists = await Promise.all(ids.map((id) => timelineOf(db, id)))
      const byOperation = new Map(lists.flat().map((one) => [one.entry.opId, one]))
      return [...byOperation.values()].toSorted((a, b) => b.entry.seq - a.entry.seq)
    },
    [ids.join(' '), newest],
  )
  const items = (entries ?? []).map((one) => itemOf(one, ids))
  return (
    <SectionPanel
      id="households.timeline"
      title={t('section.timeline')}
      count={items.length}
      defaultOpen={false}
    >
      {items.length > 0 ? <Timeline label={t('section.timeline')} items={items} /> : t('record.none')}
    </SectionPanel>
  )
}

function itemOf({ entry, detail, userName }: TimelineEntry, ids: readonly string[]): TimelineItem {
  const command = entry.command.slice(entry.command.indexOf('.') + 1)
  const changes = detail?.changes.filter((change) => ids.includes(change.id)) ?? []
  return {
    id: entry.opId,
    at: entry.at,
    who: detail?.userName || userName,
    what: translateKey(
      `households:timeline.${command}`,
      undefined,
      translateKey('households:timeline.other'),
    ),
    ...(detail?.reason ? { note: detail.reason } : {}),
    changes: changes.flatMap((change) => changeWords(change.fields)),
  }
}
