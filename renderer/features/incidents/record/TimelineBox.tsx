import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INCIDENT_COMMANDS } from '../../../../shared/domain/incident/states'
import type { Incident, TimelineEntry } from '../../../../shared/domain/incident/types'
import { may } from '../../../../shared/domain/office/permissions'
import { strikeIncidentNoteCommand, useRole } from '../../../data'
import { ConfirmDialog, formatDateTime, RefusalBar } from '../../../ui'
import { StampLine } from './StampLine'
import { useSaving } from './useSaving'

/** Whether lines, ticks and sections may be written now. */
export function useWrites(record: Incident): boolean {
  return may(useRole(), INCIDENT_COMMANDS.note.permission) && record.state === 'handling'
}

/** The 时间线 of the event: the line to write in, and what was written, the newest first. */
export function TimelineBox({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const writes = useWrites(record)
  const [striking, setStriking] = useState<TimelineEntry | null>(null)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {writes && <StampLine record={record} />}
      <Box
        component="ol"
        aria-label={t('timeline.lines')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: 16 }}
      >
        {record.timeline.toReversed().map((entry) => (
          <Line key={entry.id} entry={entry} onStrike={writes ? () => setStriking(entry) : null} />
        ))}
      </Box>
      {record.timeline.length === 0 && !writes && (
        <Box sx={{ color: 'text.secondary' }}>{t('timeline.none')}</Box>
      )}
      {striking && <StrikeDialog record={record} entry={striking} onClose={() => setStriking(null)} />}
    </Box>
  )
}

function Line({ entry, onStrike }: { entry: TimelineEntry; onStrike: (() => void) | null }) {
  const { t } = useTranslation('incidents')
  const { at, by, text, struck } = entry
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '132px minmax(0, 1fr) auto',
        gap: 2,
        alignItems: 'baseline',
        borderBottom: '1px solid',
        borderColor: 'divider',
        pb: 1,
      }}
    >
      <Box
        component="time"
        dateTime={at}
        sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, fontSize: 14 }}
      >
        {formatDateTime(at)}
      </Box>
      <Box sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {struck ? <del>{text}</del> : text}
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13, ml: 2, display: 'inline-block' }}>
          {by}
        </Box>
        {struck && (
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
            {t('timeline.struck', { ...struck, at: formatDateTime(struck.at) })}
          </Box>
        )}
      </Box>
      {onStrike && !struck && (
        <Button variant="text" size="small" aria-label={t('timeline.strikeOf', { text })} onClick={onStrike}>
          {t('timeline.strike')}
        </Button>
      )}
    </Box>
  )
}

function StrikeDialog(props: { record: Incident; entry: TimelineEntry; onClose: () => void }) {
  const { record, entry, onClose } = props
  const { t } = useTranslation('incidents')
  const { run, refused } = useSaving(record.id)
  const strike = async (reason: string) => {
    const kept = await run(strikeIncidentNoteCommand, { id: record.id, entryId: entry.id, reason })
    if (kept) onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('timeline.strikeTitle')}
      confirmLabel={t('timeline.strikeConfirm')}
      reasonLabel={t('field.strikeReason')}
      onConfirm={(reason) => void strike(reason)}
      onCancel={onClose}
    >
      <RefusalBar refusal={refused} />
      <p>{entry.text}</p>
      <p>{t('timeline.strikeText')}</p>
    </ConfirmDialog>
  )
}
