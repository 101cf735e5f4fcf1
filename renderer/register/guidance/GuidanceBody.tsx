import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ComponentType, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Cause } from '../../../shared/domain/complaint/types'
import { lookUpGuidance, matchGuidance } from '../../../shared/domain/guidance/match'
import { shownGuidance } from '../../../shared/domain/guidance/merge'
import type { GuidanceMatter } from '../../../shared/domain/guidance/types'
import { may } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { SearchBox } from '../../ui'
import { MatterText, OFFICE_LANGUAGE } from './MatterText'
import { useGuidance } from './useGuidance'
import { useSettled } from './useSettled'

/** How many others are offered: of what fits, and of what was looked up. */
const OTHERS = 4
const LOOKED_UP = 8

export interface GuidancePanelProps {
  /** 原因类别 of the record; empty before it was judged. */
  causes: readonly Cause[]
  /** What is being typed, or was: the panel follows it. */
  text: string
  /** The record beside which it stands; '' for a new one. */
  recordId?: string
  /** What the register has learnt from other records of this cause. */
  Lessons?: ComponentType<{ cause: Cause; recordId: string }>
}

interface Guide {
  /** The matter that is open. */
  open: GuidanceMatter | null
  /** The others that fit, or what was looked up. */
  others: GuidanceMatter[]
}

/** What fits now; `picked` stays open whatever is typed after. */
function useGuide(causes: readonly Cause[], text: string, query: string, picked: string | null): Guide {
  const entries = useGuidance()
  const settled = useSettled(text)
  const shown = useMemo(() => shownGuidance(entries ?? []), [entries])
  const judged = causes.join(' ')
  const fitting = useMemo(() => {
    const clues = { causes: judged.split(' ').filter(Boolean) as Cause[], text: settled }
    return matchGuidance(shown, clues).map(({ matter }) => matter)
  }, [shown, judged, settled])
  const open = shown.find(({ id }) => id === picked) ?? fitting[0] ?? null
  const looked = query.trim() !== ''
  const found = looked ? lookUpGuidance(shown, query) : fitting.filter((matter) => matter !== open)
  return { open, others: found.slice(0, looked ? LOOKED_UP : OTHERS) }
}

/** Search, the open matter, and the others. */
export function GuidanceBody(props: GuidancePanelProps & { onLeave: () => void }) {
  const { causes, text, recordId = '', Lessons, onLeave } = props
  const { t } = useTranslation('guidance')
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const { open, others } = useGuide(causes, text, query, picked)
  const pick = (matter: GuidanceMatter) => {
    setPicked(matter.id)
    setQuery('')
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const [first] = others
    if (event.key === 'Enter' && query.trim() !== '' && first) pick(first)
    else if (event.key === 'Escape') onLeave()
    else if (event.key !== 'Enter') return
    // Enter here must not move on in the form, nor Esc leave it.
    event.preventDefault()
    event.stopPropagation()
  }
  const cause = causes[0] ?? open?.causes[0]
  const looking = query.trim() !== ''
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={query}
        onChange={setQuery}
        onKeyDown={keys}
        width="100%"
      />
      {looking && <Others label={t('found')} matters={others} onPick={pick} none={t('nothing')} />}
      {open ? (
        <OpenMatter matter={open} />
      ) : (
        !looking && <Box sx={{ color: 'text.secondary' }}>{t('hint')}</Box>
      )}
      {!looking && others.length > 0 && <Others label={t('others')} matters={others} onPick={pick} />}
      {cause && Lessons && <Lessons cause={cause} recordId={recordId} />}
      <Box>
        <Button variant="text" size="small" onClick={() => void navigate('/guidance')}>
          {t('all')}
        </Button>
      </Box>
    </Box>
  )
}

function OpenMatter({ matter }: { matter: GuidanceMatter }) {
  const { t } = useTranslation('guidance')
  const navigate = useNavigate()
  const titleId = useId()
  const writes = may(useRole(), 'guidance.write')
  return (
    <Box component="article" aria-labelledby={titleId} sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box
          component="h3"
          id={titleId}
          lang={OFFICE_LANGUAGE}
          sx={{ m: 0, flex: 1, fontSize: 15, fontWeight: 600 }}
        >
          {matter.title}
        </Box>
        {writes && (
          <Button
            variant="text"
            size="small"
            aria-label={t('editNamed', { title: matter.title })}
            onClick={() => void navigate(`/guidance/${matter.id}`, { state: { edit: true } })}
          >
            {t('edit')}
          </Button>
        )}
      </Box>
      <MatterText matter={matter} heading="h4" />
    </Box>
  )
}

interface OthersProps {
  label: string
  matters: readonly GuidanceMatter[]
  onPick: (matter: GuidanceMatter) => void
  /** Said where there are none. */
  none?: string
}

function Others({ label, matters, onPick, none }: OthersProps) {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: '2px' }}>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{matters.length > 0 || !none ? label : none}</Box>
      {matters.map((matter) => (
        <Button
          key={matter.id}
          variant="text"
          size="small"
          lang={OFFICE_LANGUAGE}
          onClick={() => onPick(matter)}
          sx={{ justifyContent: 'flex-start', textAlign: 'left', px: 1 }}
        >
          {matter.title}
        </Button>
      ))}
    </Box>
  )
}
