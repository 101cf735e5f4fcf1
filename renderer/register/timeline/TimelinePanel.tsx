import { useTranslation } from 'react-i18next'
import { type TimelineEntry, timelineOf, useQuery } from '../../data'
import { SectionPanel, Timeline, type TimelineItem, translateKey } from '../../ui'
import { describeChanges } from './timelineWords'
import type { RegisterWords } from './useTimelineWords'

interface TimelinePanelProps {
  recordId: string
  /** Of a record whose id others have too, as everything that is named by its month: where it is kept. */
  table?: string
  words: RegisterWords
}

/** 时间线: who did what when, with old and new values (domain 10), from the audit chain itself. */
export function TimelinePanel({ recordId, table, words }: TimelinePanelProps) {
  const { t } = useTranslation('record')
  const entries = useQuery((db) => timelineOf(db, recordId, table), [recordId, table]) ?? []
  const items = entries.map((entry) => itemOf(entry, recordId, words, t('timeline.system')))
  return (
    <SectionPanel id={`${words.namespace}.timeline`} title={t('timeline.title')} count={items.length}>
      <Timeline label={t('timeline.title')} items={items} />
    </SectionPanel>
  )
}

function itemOf(
  { entry, detail, userName }: TimelineEntry,
  id: string,
  words: RegisterWords,
  system: string,
): TimelineItem {
  const fields = detail?.changes.find((change) => change.id === id)?.fields ?? []
  const changes = describeChanges(fields, words)
  const reason = detail?.reason
  return {
    id: entry.opId,
    at: entry.at,
    who: detail?.userName || userName || system,
    what: wordOfEntry(words.namespace, entry.command, reason),
    // A reason that is one of the changed fields is not told twice.
    note:
      reason && !isUndo(entry.command) && !changes.some(({ after }) => after === reason) ? reason : undefined,
    changes,
  }
}

function isUndo(command: string): boolean {
  return command.endsWith('.undo')
}

/** What was taken back is the reason that 撤销 gives, in the audit's own name. */
function wordOfEntry(namespace: string, command: string, reason: string | undefined): string {
  const word = wordOfCommand(namespace, command)
  if (!isUndo(command) || !reason) return word
  return translateKey('record:undo.of', { step: wordOfCommand(namespace, reason) }, word)
}

/**
 * `complaint.judge` is the register's own word; `attachment.add` is one of every register. The shared word goes first,
 * by its whole name: `attachment.void` must never read as the voiding of the record. What an older or newer release did
 * under a name that nobody knows is no code on the screen.
 */
function wordOfCommand(namespace: string, command: string): string {
  const name = command.slice(command.indexOf('.') + 1)
  const other = translateKey('record:did.other')
  const own = translateKey(`${namespace}:did.${name}`, undefined, other)
  return translateKey(`record:did.${command}`, undefined, own)
}
