import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine, CheckWeight } from '../../../../shared/domain/month/check'
import type { CheckGroups } from '../../../../shared/domain/month/standing'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { StatusChip, useRemembered } from '../../../ui'
import { LineOption } from './LineOption'
import { Summary } from './Summary'
import { WEIGHT_TONES } from './words'

interface LineListProps {
  groups: CheckGroups
  reasons: readonly LineReason[]
  chosen: string
  /** A click. */
  onChoose: (key: string) => void
  /** ↑ ↓ Home End. */
  onMove: (key: string) => void
  /** → or Enter. */
  onEnter: (key: string) => void
}

const WEIGHTS: readonly CheckWeight[] = ['mend', 'look', 'info']

/** The lines by weight, those that ask first; what is 合格 is folded away behind one line. */
export function LineList(props: LineListProps) {
  const { groups, chosen, onMove, onEnter } = props
  const { t } = useTranslation('checklist')
  const id = useId()
  const [opened, setOpened] = useRemembered('monthChecklist.good', false)
  const shown = WEIGHTS.some((weight) => groups[weight].length > 0)
  const unfolded = opened || !shown || groups.good.some(({ key }) => key === chosen)
  const lines = [...WEIGHTS.flatMap((weight) => groups[weight]), ...(unfolded ? groups.good : [])]
  useShown(`${id}${chosen}`)
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = lines[cursorOf(event.key, lines, chosen)]
    if (event.key === 'ArrowRight' || event.key === 'Enter') onEnter(chosen)
    else if (next) onMove(next.key)
    else return
    event.preventDefault()
  }
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'background.paper' }}
    >
      <Summary groups={groups} reasons={props.reasons} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Box
          role="listbox"
          tabIndex={0}
          aria-label={t('lines')}
          aria-activedescendant={`${id}${chosen}`}
          onKeyDown={keys}
          sx={{
            '&:focus-visible': { outline: 'none' },
            '&:focus-visible [aria-selected=true]': {
              outline: '2px solid',
              outlineColor: 'primary.main',
              outlineOffset: '-2px',
            },
          }}
        >
          {WEIGHTS.map((weight) => (
            <Group key={weight} {...props} id={id} name={weight} lines={groups[weight]} />
          ))}
          {unfolded && <Group {...props} id={id} name="good" lines={groups.good} />}
        </Box>
        {groups.good.length > 0 && shown && (
          <Button
            variant="text"
            aria-expanded={unfolded}
            startIcon={<ExpandMore sx={{ transform: unfolded ? undefined : 'rotate(-90deg)' }} />}
            onClick={() => setOpened(!unfolded)}
            sx={{ m: 1, color: 'text.secondary' }}
          >
            {t(unfolded ? 'foldGood' : 'restGood', { count: groups.good.length })}
          </Button>
        )}
      </Box>
    </Box>
  )
}

interface GroupProps extends LineListProps {
  id: string
  name: CheckWeight | 'good'
  lines: readonly CheckLine[]
}

function Group({ id, name, lines, reasons, chosen, onChoose }: GroupProps) {
  const { t } = useTranslation('checklist')
  if (lines.length === 0) return null
  return (
    <Box role="group" aria-label={t(`weight.${name}`)}>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          gap: 2,
          px: 3,
          pt: 2,
          pb: 0.5,
          fontSize: 13,
          fontWeight: 600,
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <StatusChip
          plain
          tone={WEIGHT_TONES[name]}
          label={t('group', { word: t(`weight.${name}`), count: lines.length })}
        />
      </Box>
      {lines.map((line) => (
        <LineOption
          key={line.key}
          id={`${id}${line.key}`}
          line={line}
          reasons={reasons}
          chosen={line.key === chosen}
          onChoose={() => onChoose(line.key)}
        />
      ))}
    </Box>
  )
}

/** Where a key leads among the lines; -1 for any other key. */
function cursorOf(key: string, lines: readonly CheckLine[], chosen: string): number {
  const at = lines.findIndex((line) => line.key === chosen)
  const last = lines.length - 1
  if (key === 'ArrowDown') return Math.min(last, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? last : -1
}

/** Keeps the chosen line in sight. */
function useShown(id: string): void {
  useEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
