import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine, CheckWeight } from '../../../../shared/domain/month/check'
import type { CheckGroups } from '../../../../shared/domain/month/standing'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { OptionList, StatusChip, useRemembered } from '../../../ui'
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
  const idOf = (key: string) => `${id}${key}`
  const enter = (key: string): boolean => {
    const enters = key === 'ArrowRight' || key === 'Enter'
    if (enters) onEnter(chosen)
    return enters
  }
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'background.paper' }}
    >
      <Summary groups={groups} reasons={props.reasons} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <OptionList
          label={t('lines')}
          ids={lines.map(({ key }) => idOf(key))}
          chosen={idOf(chosen)}
          onMove={(at) => onMove(lines[at]?.key ?? chosen)}
          onKey={enter}
        >
          {WEIGHTS.map((weight) => (
            <Group key={weight} {...props} id={id} name={weight} lines={groups[weight]} />
          ))}
          {unfolded && <Group {...props} id={id} name="good" lines={groups.good} />}
        </OptionList>
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
