import Button from '@mui/material/Button'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'

/** What a bar has to say, for which comes first. */
export type NoticeTone = 'danger' | 'soon' | 'plain' | 'good'

const RANK: Record<NoticeTone, number> = { danger: 0, soon: 1, good: 2, plain: 2 }

/** A bar that has something to say, shown or not. */
export interface Notice {
  id: string
  tone: NoticeTone
}

interface Stack {
  notices: readonly Notice[]
  shownId: string | null
  /** Somebody asked for the bar that is shown: the keyboard goes with it. */
  asked: boolean
  put: (notice: Notice) => () => void
  next: () => void
}

const AllNotices = createContext<Stack | null>(null)
const NoticeStack = createContext<Stack | null>(null)

/** The gravest first; of equals the one that stands higher. */
export function ordered(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted((one, other) => RANK[one.tone] - RANK[other.tone])
}

/** Around everything that has bars above a screen: of all in `OneNotice` one is shown at a time. */
export function NoticeStackProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const [askedId, setAskedId] = useState<string | null>(null)
  const put = useCallback((notice: Notice) => {
    setNotices((known) => ordered([...known, notice]))
    // What comes anew may be graver than what is being read.
    setAskedId(null)
    return () => setNotices((known) => known.filter(({ id }) => id !== notice.id))
  }, [])
  const asked = notices.some(({ id }) => id === askedId)
  const shownId = asked ? askedId : (notices[0]?.id ?? null)
  const next = useCallback(() => {
    const at = notices.findIndex(({ id }) => id === shownId)
    setAskedId(notices[(at + 1) % notices.length]?.id ?? null)
  }, [notices, shownId])
  const stack = useMemo(() => ({ notices, shownId, asked, put, next }), [notices, shownId, asked, put, next])
  return <AllNotices value={stack}>{children}</AllNotices>
}

/** Bars in here share one place with those of every other `OneNotice` on the screen. */
export function OneNotice({ children }: { children: ReactNode }) {
  return <NoticeStack value={use(AllNotices)}>{children}</NoticeStack>
}

/** A bar in here is shown whatever else is: it answers what somebody just did. */
export function AsideNotice({ children }: { children: ReactNode }) {
  return <NoticeStack value={null}>{children}</NoticeStack>
}

/** Whether a bar is shown now, and the way to the next one; bars outside of `OneNotice` always are. */
export function useNoticePlace(tone: NoticeTone): { shown: boolean; more: ReactNode } {
  const stack = use(NoticeStack)
  const id = useId()
  const put = stack?.put
  useLayoutEffect(() => put?.({ id, tone }), [put, id, tone])
  if (!stack) return { shown: true, more: null }
  const others = stack.notices.length - 1
  return { shown: stack.shownId === id, more: others > 0 && <More stack={stack} others={others} /> }
}

function More({ stack, others }: { stack: Stack; others: number }) {
  const { t } = useTranslation('ui')
  return (
    <Button autoFocus={stack.asked} onClick={stack.next}>
      {t('notice.more', { count: others })}
    </Button>
  )
}
