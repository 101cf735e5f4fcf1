import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui'
import { BANDS, QUEUES, type Section, type SectionCounts } from './sections'

/** Sections that are to be noticed while there is something in them. */
const TONES: Partial<Record<Section, string>> = {
  overdue: 'error.main',
  today: 'warning.main',
  forewarned: 'warning.main',
}

interface SectionBarProps {
  counts: SectionCounts | undefined
  value: Section
  onChange: (section: Section) => void
  /** Id of the list that the words choose the content of. */
  panelId: string
}

/** Everything that waits, by kind, with how many; a word chooses what is listed. ← and → go through them. */
export function SectionBar({ counts, value, onChange, panelId }: SectionBarProps) {
  const { t } = useTranslation('today')
  const word = (section: Section) => (
    <SectionWord
      key={section}
      section={section}
      count={counts?.[section]}
      chosen={section === value}
      panelId={panelId}
      onChoose={() => onChange(section)}
    />
  )
  return (
    <Box
      role="tablist"
      aria-label={t('sections')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px', mx: -2, '@media (max-width: 1100px)': { gap: 0 } }}
    >
      {(['all', ...BANDS] as const).map(word)}
      <Box aria-hidden sx={{ width: '1px', mx: 2, my: 1, bgcolor: 'divider' }} />
      {QUEUES.map(word)}
    </Box>
  )
}

interface SectionWordProps {
  section: Section
  count: number | undefined
  chosen: boolean
  panelId: string
  onChoose: () => void
}

function SectionWord({ section, count, chosen, panelId, onChoose }: SectionWordProps) {
  const { t } = useTranslation('today')
  const tone = count ? TONES[section] : undefined
  return (
    <Box
      component="button"
      type="button"
      role="tab"
      id={`${panelId}-${section}`}
      aria-selected={chosen}
      aria-controls={panelId}
      tabIndex={chosen ? 0 : -1}
      title={t(`about.${section}`)}
      onClick={onChoose}
      sx={{
        font: 'inherit',
        px: 2,
        minHeight: 32,
        border: 0,
        borderRadius: '4px 4px 0 0',
        borderBottom: '2px solid',
        borderBottomColor: chosen ? 'primary.main' : 'transparent',
        bgcolor: chosen ? 'action.selected' : 'transparent',
        color: count === 0 && !chosen ? 'text.secondary' : 'text.primary',
        fontWeight: chosen ? 600 : 400,
        whiteSpace: 'nowrap',
        '&:hover': { bgcolor: 'action.hover' },
        '@media (max-width: 1100px)': { px: 1.5 },
      }}
    >
      {t(`section.${section}`)}
      <Box component="span" sx={{ ml: 1, color: tone ?? 'text.secondary', fontWeight: tone ? 700 : 400 }}>
        {count === undefined ? '' : formatNumber(count)}
      </Box>
    </Box>
  )
}
