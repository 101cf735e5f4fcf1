import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { CareFlag, StandingInstruction } from '../../../../shared/domain/household/types'
import { SectionPanel, StatusChip } from '../../../ui'
import { EntryRow, EntryRows } from './EntryRow'
import type { SectionProps } from './SectionProps'

interface NoteRowProps extends SectionProps {
  form: 'care' | 'instruction'
  table: 'careFlags' | 'instructions'
  note: CareFlag | StandingInstruction
  word: string
  /** From when until when, and who sees it. */
  facts: readonly string[]
  waiting?: boolean
}

function NoteRow({ form, table, note, word, facts, waiting, ...props }: NoteRowProps) {
  const { t } = useTranslation('households')
  const { writes, onEdit, onEnd, onVoid } = props
  const more = [
    { label: t('action.end'), run: () => onEnd(table, note.id, word) },
    ...(onVoid ? [{ label: t('action.void'), danger: true, run: () => onVoid(table, note.id, word) }] : []),
  ]
  return (
    <EntryRow name={word} onEdit={writes ? () => onEdit({ form, id: note.id }) : null} more={more}>
      <StatusChip tone={waiting ? 'waiting' : form === 'care' ? 'soon' : 'working'} label={word} />
      {note.note && <Box sx={{ whiteSpace: 'pre-wrap' }}>{note.note}</Box>}
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <Box component="span" key={fact} sx={{ color: 'text.secondary' }}>
            {fact}
          </Box>
        ))}
    </EntryRow>
  )
}

/** 重点关注 that this role may see today. */
export function CareSection(props: SectionProps) {
  const { household, writes, onEdit } = props
  const { t } = useTranslation('households')
  const { t: common } = useTranslation('common')
  const flags = household.visibleFlags
  const add = writes && (
    <Button variant="text" onClick={() => onEdit({ form: 'care', id: null })}>
      {t('action.addCare')}
    </Button>
  )
  const seenBy = ({ visibleTo }: CareFlag) =>
    visibleTo.map((role) => common(`role.${role as 'clerk'}`)).join('、')
  return (
    <SectionPanel id="households.care" title={t('section.care')} count={flags.length} actions={add}>
      <EntryRows label={t('section.care')} none={flags.length === 0}>
        {flags.map((flag) => (
          <NoteRow
            key={flag.id}
            {...props}
            form="care"
            table="careFlags"
            note={flag}
            word={t(`care.${flag.kind}`)}
            facts={[flag.expiresOn ? t('record.until', { day: flag.expiresOn }) : '', seenBy(flag)]}
          />
        ))}
      </EntryRows>
    </SectionPanel>
  )
}

/** 委托事项 that hold today or will. */
export function InstructionsSection(props: SectionProps) {
  const { household, today, writes, onEdit } = props
  const { t } = useTranslation('households')
  const waiting = household.instructions.filter((one) => !one.voided && one.startsOn > today)
  const shown = [...household.activeInstructions, ...waiting]
  const add = writes && (
    <Button variant="text" onClick={() => onEdit({ form: 'instruction', id: null })}>
      {t('action.addInstruction')}
    </Button>
  )
  const period = ({ startsOn, expiresOn }: StandingInstruction) =>
    expiresOn
      ? t('record.between', { from: startsOn, until: expiresOn })
      : t('record.from', { day: startsOn })
  return (
    <SectionPanel
      id="households.instructions"
      title={t('section.instructions')}
      count={shown.length}
      actions={add}
    >
      <EntryRows label={t('section.instructions')} none={shown.length === 0}>
        {shown.map((one) => (
          <NoteRow
            key={one.id}
            {...props}
            form="instruction"
            table="instructions"
            note={one}
            word={t(`instruction.${one.kind}`)}
            facts={[period(one), waiting.includes(one) ? t('record.notYet') : '']}
            waiting={waiting.includes(one)}
          />
        ))}
      </EntryRows>
    </SectionPanel>
  )
}
