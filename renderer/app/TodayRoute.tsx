import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Draft, useQuery } from '../data'
import { type DraftRoute, type Due, Today } from '../features/today'
import { translateKey } from '../ui'
import type { Register } from './register'
import { useShell } from './shell/context'

const LIMIT = 300

/** 今日: what every register says that waits, put together; the feature itself knows no register. */
export default function TodayRoute() {
  const { t, i18n } = useTranslation('shell')
  const navigate = useNavigate()
  const { registers, user } = useShell()
  const [mine, setMine] = useState(false)
  const rows = useQuery(
    async (db) => {
      const parts = await Promise.all(
        registers.map((register) => register.waiting?.read(db, LIMIT, mine ? user.id : undefined) ?? []),
      )
      return parts.flat().toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    },
    [mine, registers, user.id],
  )
  const dues = rows?.map(
    ({ state, duty, ...row }): Due => ({
      ...row,
      registerLabel: translateKey(`shell:nav.${row.register}`),
      stateLabel: translateKey(`${row.register}:state.${state}`),
      dutyLabel: translateKey(`${row.register}:duty.${duty}`),
    }),
  )
  const openDue = useCallback((due: Due) => void navigate(`/${due.register}/${due.id}`), [navigate])
  const draftRoute = useCallback<DraftRoute>(
    (draft) => routeOfDraft(registers, draft, (key) => t(`nav.${key}`)),
    [registers, t],
  )
  return (
    <Today
      key={i18n.language}
      dues={dues?.slice(0, LIMIT)}
      limit={LIMIT}
      mine={mine}
      onMine={setMine}
      onOpenDue={openDue}
      draftRoute={draftRoute}
      onOpenDraft={(route) => void navigate(route)}
    />
  )
}

function routeOfDraft(
  registers: readonly Register[],
  { kind, targetId }: Draft,
  word: (key: Register['key']) => string,
): ReturnType<DraftRoute> {
  const register = registers.find(({ draftKind }) => draftKind === kind.split('.')[0])
  if (!register) return null
  return { route: `/${register.key}/${targetId || 'new'}`, label: word(register.key) }
}
