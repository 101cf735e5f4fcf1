import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekday, ScreenHead, useNow, useScreenKeys } from '../../ui'
import { DraftList, type DraftRoute } from './DraftList'
import { type Due, DueList } from './DueList'
import { SectionBar } from './SectionBar'
import { momentOf, SECTIONS, type Section, type SectionCounts } from './sections'

export interface TodayProps {
  section: Section
  onSection: (section: Section) => void
  /** How many each section holds in all registers; undefined until counted. */
  counts: SectionCounts | undefined
  /** The most urgent of the chosen section, from all registers; undefined until read. */
  dues: readonly Due[] | undefined
  /** How many of the section are damaged: counted, and not listed. */
  unreadable: number
  onOpenDue: (due: Due) => void
  /** Where a draft is gone on with; null for kinds nobody knows any more. */
  draftRoute: DraftRoute
  onOpenDraft: (route: string, draftId: string) => void
  /** What registers say of the month beside the list: goals, what lies in a tray; each draws nothing where there is nothing. */
  headlines: ReactNode
  /** What has to be settled before anything else; draws nothing where there is nothing. */
  notice?: ReactNode
}

/** 今日待办 (domain 11): what is due, worst first, and what else waits, each with how many; drafts beside it. */
export function Today(props: TodayProps) {
  const { section, onSection, counts, dues, unreadable, onOpenDue } = props
  const { t } = useTranslation('today')
  const panelId = useId()
  const { today } = momentOf(useNow())
  useScreenKeys(
    useMemo(
      () => [
        { keys: '← →', text: t('keys.sections') },
        { keys: '↑ ↓', text: t('keys.rows') },
        { keys: 'Enter', text: t('keys.open') },
      ],
      [t],
    ),
  )
  // From the words and from the list alike: nobody has to leave the list to see the next section.
  const walk = (event: KeyboardEvent) => {
    const step = sectionStep(event)
    if (step === 0) return
    event.preventDefault()
    const next = SECTIONS[(SECTIONS.indexOf(section) + step + SECTIONS.length) % SECTIONS.length]
    if (next) onSection(next)
  }
  const total = (counts?.[section] ?? 0) - unreadable
  const listed = dues?.length ?? 0
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }} onKeyDown={walk}>
      <ScreenHead
        title={t('title')}
        facts={
          <Box component="span" sx={{ color: 'text.secondary' }}>
            <time dateTime={today}>{`${today} ${formatWeekday(today)}`}</time>
          </Box>
        }
      >
        <SectionBar counts={counts} value={section} onChange={onSection} panelId={panelId} />
      </ScreenHead>
      {props.notice}
      <Box
        sx={{
          flex: 1,
          display: 'flex',
          minHeight: 0,
          '@media (max-width: 1100px)': { flexDirection: 'column' },
        }}
      >
        <Box
          role="tabpanel"
          id={panelId}
          aria-labelledby={`${panelId}-${section}`}
          sx={{ flex: 1, display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}
        >
          <DueList
            key={section}
            section={section}
            rows={dues ?? []}
            reading={dues === undefined}
            damaged={unreadable > 0}
            onOpen={onOpenDue}
          />
          {listed > 0 && total > listed && (
            <Box sx={{ px: 4, py: 1, color: 'text.secondary' }}>{t('more', { count: listed, total })}</Box>
          )}
        </Box>
        <Beside>
          {props.headlines}
          <DraftList route={props.draftRoute} onOpen={props.onOpenDraft} />
        </Beside>
      </Box>
    </Box>
  )
}

/** Beside the list, or below it in a narrow window. With nothing in it the room belongs to the list. */
function Beside({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        p: 3,
        width: 272,
        display: 'grid',
        alignContent: 'start',
        gap: 3,
        overflow: 'auto',
        borderLeft: '1px solid',
        borderColor: 'divider',
        '&:empty': { display: 'none' },
        '@media (max-width: 1100px)': {
          width: 'auto',
          borderLeft: 0,
          borderTop: '1px solid',
          borderColor: 'divider',
          maxHeight: '32vh',
        },
      }}
    >
      {children}
    </Box>
  )
}

/** How many sections on (1) or back (-1) a key goes; 0 for other keys, and while somebody types. */
function sectionStep({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): -1 | 0 | 1 {
  if (altKey || ctrlKey || metaKey || shiftKey || target instanceof HTMLInputElement) return 0
  if (key === 'ArrowRight') return 1
  return key === 'ArrowLeft' ? -1 : 0
}
