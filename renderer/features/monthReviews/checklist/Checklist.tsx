import useMediaQuery from '@mui/material/useMediaQuery'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { groupChecks, isAmiss } from '../../../../shared/domain/month/standing'
import { type ScreenKey, SplitView, useMenuCommand, useScreenKeys } from '../../../ui'
import { useMonth } from '../shell/month'
import { chosenOf, Findings } from './Findings'
import { LineList } from './LineList'
import { type ChecklistPlace, useChecklistPlace } from './place'
import { useMayReason } from './useReasons'

/** Left the lines, right the records behind the chosen one; where it is narrow they take turns. */
export function Checklist({ checks }: { checks: readonly CheckLine[] }) {
  const { month, record } = useMonth()
  const reasons = record?.reasons ?? []
  const [place, go] = useChecklistPlace(month)
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const groups = useMemo(() => groupChecks(checks, record?.reasons ?? []), [checks, record?.reasons])
  const first = groups.mend[0] ?? groups.look[0] ?? groups.info[0] ?? groups.good[0]
  const line = checks.find(({ key }) => key === place.line) ?? first
  const inRecords = place.at !== null
  const frame = useRef<HTMLDivElement>(null)
  const mayReason = useMayReason()
  useKeyboard(frame, inRecords, place)
  useChecklistKeys()

  const choose = (key: string) => go({ line: key, at: null, why: null })
  const enter = (key: string) => go({ line: key, at: firstOf(checks, key), why: null })
  const toLines = () => line && choose(line.key)
  useMenuCommand('escape', toLines, inRecords)
  const explain = () => line && go(explaining(line, place, narrow))
  useMenuCommand('edit', explain, mayReason && line !== undefined && isAmiss(line) && place.why === null)
  if (!line) return null
  return (
    <div ref={frame} style={{ flex: 1, minHeight: 0 }}>
      <SplitView
        id="monthChecklist"
        defaultPercent={42}
        list={
          <LineList
            groups={groups}
            reasons={reasons}
            chosen={line.key}
            onChoose={narrow ? enter : choose}
            onMove={choose}
            onEnter={enter}
          />
        }
        record={
          narrow && !inRecords ? null : (
            <Findings key={line.key} line={line} reasons={reasons} place={place} go={go} onBack={toLines} />
          )
        }
      />
    </div>
  )
}

/** The record that the cursor stands on first; '' where there are none. */
function firstOf(checks: readonly CheckLine[], key: string): string {
  return checks.find((line) => line.key === key)?.findings[0]?.id ?? ''
}

/** F2: among the records for the chosen one, else for the line; where it is narrow its form stands with the records. */
function explaining(line: CheckLine, { at }: ChecklistPlace, narrow: boolean): ChecklistPlace {
  const { key } = line
  if (at === null) return { line: key, at: narrow ? '' : null, why: 'line' }
  const chosen = chosenOf(line, at)
  return { line: key, at: chosen?.id ?? '', why: chosen ? 'record' : 'line' }
}

/** The keyboard follows from the lines to the records and back; a form that is open keeps it. */
function useKeyboard(
  frame: RefObject<HTMLDivElement | null>,
  inRecords: boolean,
  { why }: ChecklistPlace,
): void {
  const writing = why !== null
  // A form takes no keyboard from a list; here it was asked for, so the list gives it away before the form looks.
  useLayoutEffect(() => {
    const { activeElement } = document
    if (writing && activeElement instanceof HTMLElement && activeElement.closest('[role=grid]')) {
      activeElement.blur()
    }
  }, [writing])
  useEffect(() => {
    // Whoever goes along the tabs, or answers a question above, keeps the keyboard there.
    if (writing || document.activeElement?.closest('[aria-modal=true], [role=tablist]')) return
    const [records, lines] = ['[role=grid]', '[role=listbox]'].map((selector) =>
      frame.current?.querySelector<HTMLElement>(selector),
    )
    const target = inRecords
      ? (records ?? frame.current?.querySelector<HTMLElement>('button:is([data-reason], [data-back])'))
      : lines
    target?.focus({ preventScroll: true })
  }, [frame, inRecords, writing])
}

function useChecklistKeys(): void {
  const { t } = useTranslation('checklist')
  const keys = useMemo(
    (): ScreenKey[] => [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: '→ / ←', text: t('keys.across') },
      { keys: 'Enter', text: t('keys.open') },
      { keys: 'F2', text: t('keys.reason') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      { keys: 'Esc', text: t('keys.back') },
    ],
    [t],
  )
  useScreenKeys(keys)
}
