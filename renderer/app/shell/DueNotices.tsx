import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { addHours } from '../../../shared/util/civilTime'
import { useQuery, useSession } from '../../data'
import { type FallenInWords, noticeWords } from '../../features/today/noticeWords'
import { LOOK_BACK_MS, NOTHING_TOLD, type Told, whatToTell } from '../../features/today/telling'
import { desk } from '../../platform/desk'
import { recall, remember, translateKey, useNow } from '../../ui'
import { report } from '../../platform/report'
import { useScreenChoice } from '../screenChoices'
import { type WaitingAt, type WaitingRow, waitingAt } from '../waiting'
import { useShell } from './context'

const TOLD = 'notices.told'
/** More are one word in any case; who has not looked for that long is told of this many. */
const MOST = 200

interface Seen {
  at: WaitingAt
  fallen: WaitingRow[]
  counts: { overdue: number; today: number }
}

/**
 * 到期提醒 (domain 11): a quiet notification of the system for the day's work in the morning and for what falls due,
 * behind the lock and minimised too. `office` is the office's setting. Draws nothing.
 */
export function DueNotices({ office }: { office: boolean }) {
  const { user } = useShell()
  const on = useScreenChoice('notifyDue', office)
  // 查阅 has nothing to do.
  return on && may(user.role, 'record.process') ? <Notices /> : null
}

function Notices() {
  const { registers, user } = useShell()
  const { locked } = useSession()
  const { t } = useTranslation('today')
  const now = useNow()
  const seen = useQuery(
    async (db): Promise<Seen> => {
      const at = await waitingAt(db, now, user.id)
      const since = addHours(at.now, -LOOK_BACK_MS / 3_600_000)
      const parts = await Promise.all(
        registers.map(async ({ waiting }) => ({
          fallen: (await waiting?.fallen(db, since, at, MOST)) ?? [],
          overdue: (await waiting?.count(db, 'overdue', at)) ?? 0,
          today: (await waiting?.count(db, 'today', at)) ?? 0,
        })),
      )
      const sum = (of: 'overdue' | 'today') => parts.reduce((total, part) => total + part[of], 0)
      const counts = { overdue: sum('overdue'), today: sum('today') }
      return { at, fallen: parts.flatMap((part) => part.fallen), counts }
    },
    [now, registers, user.id],
  )
  useEffect(() => {
    if (seen) tell(seen, locked, t).catch((error: unknown) => report('notices.failed', error))
  }, [seen, locked, t])
  return null
}

/** One window at a time decides, on what all of them have told; remembered first, so that no failure repeats it. */
function tell(
  { at, fallen, counts }: Seen,
  locked: boolean,
  t: Parameters<typeof noticeWords>[2],
): Promise<void> {
  return navigator.locks.request('desk.notices', async () => {
    const before = { ...NOTHING_TOLD, ...recall<Partial<Told>>(TOLD, {}) }
    const { telling, told } = whatToTell({ now: at.now, fallen: fallen.map(inWords), counts, told: before })
    remember(TOLD, told)
    // A system without notifications is no trouble of the clerk's: main has it in the log.
    if (telling) await desk.invoke('notify.show', noticeWords(telling, locked, t))
  })
}

function inWords({ register, id, number, duty, dueAt }: WaitingRow): FallenInWords {
  const registerLabel = translateKey(`shell:nav.${register}`)
  const dutyLabel = duty === null ? '' : translateKey(`${register}:duty.${duty}`)
  return { register, id, number, duty, dueAt, registerLabel, dutyLabel }
}
