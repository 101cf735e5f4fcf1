import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { GuidanceEntry } from '../../../shared/domain/guidance/merge'
import { may } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { useGuidance } from '../../register/guidance/useGuidance'
import { EmptyState, type ScreenKey, SplitView, useCursor, useMenuCommand, useScreenKeys } from '../../ui'
import { MatterList } from './MatterList'
import { MatterRecord } from './MatterRecord'
import { NewMatter } from './NewMatter'

const HOME = '/guidance'
const NEW = 'new'

/** 处理指引 (domain 9): the matters at the left, one of them at the right; 客服主管 and 主任 write it, all read it. */
export function GuidanceScreen() {
  const { t } = useTranslation('guidance')
  const navigate = useNavigate()
  const { '*': place = '' } = useParams()
  const writes = may(useRole(), 'guidance.write')
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const entries = useGuidance()
  const id = place && place !== NEW ? place : null
  const [cursor, setCursor] = useCursor(id)
  const edits = useWantsEdit()
  useScreenKeys(useKeyList())
  useMenuCommand('new', () => void navigate(`${HOME}/${NEW}`), writes)
  useMenuCommand('guide', () => frame.current?.querySelector<HTMLElement>('[role=searchbox]')?.focus())

  const toList = () => {
    void navigate(HOME)
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus())
  }
  const show = (target: string) => {
    setCursor(target)
    if (target !== id) void navigate(`${HOME}/${target}`, { replace: id !== null })
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, height: '100%' }}>
      <SplitView
        id="guidance"
        defaultPercent={38}
        list={
          <Box ref={frame} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}>
            <MatterList
              entries={entries}
              selectedId={cursor}
              onSelect={(target) => (narrow ? setCursor(target) : show(target))}
              onOpen={show}
              onNew={writes ? () => void navigate(`${HOME}/${NEW}`) : null}
            />
          </Box>
        }
        record={
          place === NEW && writes ? (
            <NewMatter
              onSaved={(saved) => void navigate(`${HOME}/${saved}`, { replace: true })}
              onBack={toList}
            />
          ) : (
            id && entries && <Opened key={id} id={id} entries={entries} edits={edits} onBack={toList} />
          )
        }
        nothing={<EmptyState title={t('title')} text={t('purpose')} />}
      />
    </Box>
  )
}

interface OpenedProps {
  id: string
  entries: readonly GuidanceEntry[]
  edits: boolean
  onBack: () => void
}

function Opened({ id, entries, edits, onBack }: OpenedProps) {
  const { t } = useTranslation('guidance')
  const entry = entries.find(({ matter }) => matter.id === id)
  if (entry) return <MatterRecord entry={entry} edits={edits} onBack={onBack} />
  return <EmptyState title={t('missing')} action={<Button onClick={onBack}>{t('toList')}</Button>} />
}

/** Opened by 编辑 beside a form: the form of the matter is open at once. */
function useWantsEdit(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'edit' in state && state.edit === true
}

function useKeyList(): readonly ScreenKey[] {
  const { t } = useTranslation('guidance')
  return useMemo(
    () => [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: 'F2', text: t('keys.edit') },
      { keys: 'Ctrl+N', text: t('keys.new') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      { keys: 'Esc', text: t('keys.back') },
    ],
    [t],
  )
}
