import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Household } from '../../data'
import { StatusChip } from '../../ui'

/** 重点关注 that this role may see, and 委托事项 that hold today: shown the moment the household is chosen (domain 4). */
export function FlagList({ household }: { household: Household }) {
  const { t } = useTranslation('record')
  const { t: words } = useTranslation('households')
  const { visibleFlags, activeInstructions } = household
  const until = (day: string | null) => (day ? t('who.until', { day }) : '')
  return (
    <>
      {visibleFlags.length > 0 && (
        <Notes
          title={t('who.care')}
          tone="soon"
          notes={visibleFlags.map((flag) => ({
            id: flag.id,
            word: words(`care.${flag.kind}`),
            text: [flag.note, until(flag.expiresOn)].filter(Boolean).join(' '),
          }))}
        />
      )}
      {activeInstructions.length > 0 && (
        <Notes
          title={t('who.instructions')}
          tone="working"
          notes={activeInstructions.map((one) => ({
            id: one.id,
            word: words(`instruction.${one.kind}`),
            text: [one.note, until(one.expiresOn)].filter(Boolean).join(' '),
          }))}
        />
      )}
    </>
  )
}

interface NotesProps {
  title: string
  tone: 'soon' | 'working'
  notes: readonly { id: string; word: string; text: string }[]
}

function Notes({ title, tone, notes }: NotesProps) {
  return (
    <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {notes.map(({ id, word, text }) => (
        <Box
          component="li"
          key={id}
          sx={{ display: 'flex', gap: 2, alignItems: 'baseline', flexWrap: 'wrap' }}
        >
          <StatusChip tone={tone} label={word} />
          {text && <Box sx={{ overflowWrap: 'anywhere' }}>{text}</Box>}
        </Box>
      ))}
    </Box>
  )
}
