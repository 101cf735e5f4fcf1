import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReview, SpotItem, SpotSample } from '../../../../shared/domain/monthReview/types'
import { EmptyState, type ScreenKey, SplitView, useScreenKeys } from '../../../ui'
import { useEarlyKey } from './earlyKey'
import { ItemList } from './ItemList'
import { ItemView } from './ItemView'
import { keyOfItem, nextUnread, useSpotPlace } from './place'
import { SampleHead } from './SampleHead'

/** The sample: left its records, right the one that is being read. 1 合格, 2 有问题, Enter the next unread. */
export function Sample({ review, sample }: { review: MonthReview; sample: SpotSample }) {
  const { t } = useTranslation('monthReviews')
  const [chosen, go] = useSpotPlace(sample)
  const frame = useRef<HTMLDivElement>(null)
  const early = useEarlyKey(frame)
  useSpotKeys()
  useEffect(() => {
    // Whoever goes along the tabs keeps the keyboard there.
    if (!document.activeElement?.closest('[aria-modal=true], [role=tablist]')) focusList(frame)
  }, [])
  const next = (after: SpotItem) => {
    const item = nextUnread(sample, after)
    if (item) go(item)
    focusList(frame)
  }
  return (
    <Box ref={frame} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <SampleHead review={review} sample={sample} />
      {chosen ? (
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <SideBySide
            list={<ItemList sample={sample} chosen={chosen} onChoose={go} />}
            record={
              <ItemView
                key={keyOfItem(chosen)}
                review={review}
                item={chosen}
                frame={frame}
                early={early}
                onNext={() => next(chosen)}
              />
            }
          />
        </Box>
      ) : (
        <EmptyState title={t('spot.noRecords')} />
      )}
    </Box>
  )
}

const PART = { minHeight: 0, display: 'flex', flexDirection: 'column' } as const

/** A list of numbers leaves room for the record beside it in a narrow window too, where others take turns. */
function SideBySide({ list, record }: { list: ReactNode; record: ReactNode }) {
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  if (!narrow) return <SplitView id="monthSpotCheck" defaultPercent={36} list={list} record={record} />
  return (
    <Box sx={{ height: '100%', display: 'flex', minHeight: 0 }}>
      <Box sx={{ ...PART, width: 240, flexShrink: 0, borderRight: '1px solid', borderColor: 'divider' }}>
        {list}
      </Box>
      <Box sx={{ ...PART, flex: 1, minWidth: 0 }}>{record}</Box>
    </Box>
  )
}

function focusList(frame: RefObject<HTMLElement | null>): void {
  frame.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
}

function useSpotKeys(): void {
  const { t } = useTranslation('monthReviews')
  const keys = useMemo(
    (): ScreenKey[] => [
      { keys: '↑ ↓', text: t('spot.keys.move') },
      { keys: '1', text: t('outcome.good') },
      { keys: '2', text: t('outcome.fault') },
      { keys: 'Enter', text: t('spot.keys.next') },
      { keys: '→', text: t('spot.openRecord') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      { keys: 'Esc', text: t('keys.back') },
    ],
    [t],
  )
  useScreenKeys(keys)
}
