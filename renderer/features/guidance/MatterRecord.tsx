import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidanceEntry } from '../../../shared/domain/guidance/merge'
import type { GuidanceMatter } from '../../../shared/domain/guidance/types'
import { may } from '../../../shared/domain/office/permissions'
import {
  hideGuidanceCommand,
  listDrafts,
  restoreGuidanceCommand,
  showGuidanceCommand,
  useQuery,
  useRole,
  useUser,
} from '../../data'
import { MatterText } from '../../register/guidance/MatterText'
import { useFocusBack } from '../../register/record/useFocusBack'
import { TimelinePanel } from '../../register/timeline/TimelinePanel'
import { announce, type Fact, Facts, refusalText, ScreenHead, useMenuCommand } from '../../ui'
import { MatterBody } from './MatterBody'
import { EDIT_DRAFT, MatterForm } from './MatterForm'
import { StandingChip } from './MatterList'
import { type Outcome, useSaveGuidance } from './useSaveGuidance'
import { useGuidanceWords } from './words'

interface MatterRecordProps {
  entry: GuidanceEntry
  /** The form is open from the start. */
  edits: boolean
  onBack: () => void
}

/** A matter: for reading, and for those who may, its form in place, 恢复原文 and 隐藏. */
export function MatterRecord({ entry, edits, onBack }: MatterRecordProps) {
  const { t } = useTranslation('guidance')
  const writes = may(useRole(), 'guidance.write')
  const words = useGuidanceWords()
  const [editing, setEditing] = useEditing(entry.matter.id, edits)
  const open = writes && editing
  const frame = useRef<HTMLDivElement>(null)
  const focusBack = useFocusBack(frame, !open)
  const edit = () => {
    // A form that opens leaves the keyboard to a list that has it: here it was asked for.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setEditing(true)
  }
  const close = () => {
    setEditing(false)
    focusBack()
  }
  useMenuCommand('edit', edit, writes && !open)
  useMenuCommand('escape', () => (open ? close() : onBack()))
  return (
    <Box ref={frame} tabIndex={-1} sx={FRAME}>
      <ScreenHead
        title={entry.matter.title}
        facts={<StandingChip entry={entry} />}
        actions={
          <>
            <Button onClick={onBack}>{t('toList')}</Button>
            {writes && !open && <Decisions entry={entry} onRestored={() => focusBack()} />}
            {writes && !open && (
              <Button variant="contained" title="F2" data-main onClick={edit}>
                {t('edit')}
              </Button>
            )}
          </>
        }
      />
      <MatterBody>
        {open ? <MatterForm entry={entry} onClose={close} /> : <Reading entry={entry} />}
        <Box sx={{ pb: 4 }}>
          <TimelinePanel recordId={entry.matter.id} words={words} />
        </Box>
      </MatterBody>
    </Box>
  )
}

const FRAME = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }

function Reading({ entry: { matter } }: { entry: GuidanceEntry }) {
  const { t } = useTranslation(['guidance', 'complaints'])
  const facts: Fact[] = [
    {
      label: t('guidance:field.causes'),
      value: matter.causes.map((cause) => t(`complaints:cause.${cause}`)).join('、'),
    },
    { label: t('guidance:field.keywords'), value: matter.keywords.join('、') },
  ]
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <MatterText matter={matter} heading="h2" />
      <Facts items={facts} />
    </Box>
  )
}

/** 恢复原文 and 隐藏: both can be taken back, so that nothing is asked. */
function Decisions({ entry, onRestored }: { entry: GuidanceEntry; onRestored: () => void }) {
  const { t } = useTranslation('guidance')
  const save = useSaveGuidance()
  const { matter, original, hidden, changed } = entry
  const rev = entry.edit?.rev ?? 0
  const say = ({ refusal }: Outcome) => {
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  const hide = async () =>
    say(await save(hidden ? showGuidanceCommand : hideGuidanceCommand, { rev, matter }, matter.title))
  const restore = async (from: GuidanceMatter) => {
    // Its button goes with it.
    onRestored()
    say(await save(restoreGuidanceCommand, { rev, original: from }, from.title))
  }
  return (
    <>
      {changed && original && <Button onClick={() => void restore(original)}>{t('restore')}</Button>}
      <Button onClick={() => void hide()}>{hidden ? t('unhide') : t('hide')}</Button>
    </>
  )
}

/** Whether the form is open: asked for, or left with something typed in it (domain 10). */
function useEditing(id: string, asked: boolean): [boolean, (open: boolean) => void] {
  const user = useUser()
  const [editing, setEditing] = useState(asked)
  const [looked, setLooked] = useState(false)
  const drafts = useQuery((db) => listDrafts(db, user.id), [user.id])
  if (drafts && !looked) {
    setLooked(true)
    if (drafts.some(({ kind, targetId }) => kind === EDIT_DRAFT && targetId === id)) setEditing(true)
  }
  return [editing, setEditing]
}
