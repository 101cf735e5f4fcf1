import { Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Draft } from '../data'
import { NumbersNotice } from '../features/restore/NumbersNotice'
import { BackupReminders } from '../features/backup/BackupReminders'
import { DisputesHeadline } from '../features/disputes/DisputesHeadline'
import { PrivacyDue } from '../features/privacy/PrivacyDue'
import { type DraftRoute, type Due, SECTIONS, type Section, Today } from '../features/today'
import { openedFrom } from '../register/screen/origin'
import { OneNotice, translateKey } from '../ui'
import { NewOffice, useNewOfficeSteps } from './NewOffice'
import type { Register } from './register'
import { useShell } from './shell/context'
import { UnreadableNotice } from './UnreadableNotice'
import { useSectionCounts, useSectionRows } from './useToday'
import type { WaitingRow } from './waiting'

const LIMIT = 300
const NONE = [] as const

/** 今日: what every register says that waits, put together; the feature itself knows no register. */
export default function TodayRoute() {
  const { t, i18n } = useTranslation('shell')
  const navigate = useNavigate()
  const { registers } = useShell()
  const begin = useNewOfficeSteps()
  const [section, setSection] = useSection()
  const read = useSectionRows(section, LIMIT)
  const unreadable = read?.unreadable ?? NONE
  const counts = useSectionCounts()
  // What is done leads back to what is next, in the section that it was chosen from.
  const openDue = ({ register, id }: Due) => {
    const origin = { to: routeOf(section), label: t('nav.today') }
    void navigate(`/${register}/${id}`, { state: openedFrom(origin) })
  }
  const draftRoute = useCallback<DraftRoute>(
    (draft) => routeOfDraft(registers, draft, (key) => t(`nav.${key}`)),
    [registers, t],
  )
  return (
    <Today
      notice={
        <OneNotice>
          <UnreadableNotice unreadable={unreadable} />
          <NumbersNotice />
          <BackupReminders steps={begin.steps.includes('second')} />
        </OneNotice>
      }
      key={i18n.language}
      section={section}
      onSection={setSection}
      counts={counts}
      dues={read?.rows.map(dueOf)}
      unreadable={unreadable.reduce((sum, { count }) => sum + count, 0)}
      onOpenDue={openDue}
      draftRoute={draftRoute}
      onOpenDraft={(route, draft) => void navigate(route, { state: { draft } })}
      headlines={
        <>
          <NewOffice {...begin} />
          <DisputesHeadline />
          <PrivacyDue />
          <Headlines registers={registers} />
        </>
      }
    />
  )
}

const routeOf = (section: Section) => (section === 'all' ? '/today' : `/today?section=${section}`)

/** The section that is shown: the first of the route, for whoever comes back, then what is chosen. */
function useSection(): [Section, (section: Section) => void] {
  const [search] = useSearchParams()
  const wanted = search.get('section')
  return useState<Section>(SECTIONS.find((one) => one === wanted) ?? 'all')
}

/** Each comes when its feature is there; nothing jumps in while they are fetched. */
function Headlines({ registers }: { registers: readonly Register[] }) {
  return registers.map(
    ({ key, Headline }) =>
      Headline && (
        <Suspense key={key} fallback={null}>
          <Headline />
        </Suspense>
      ),
  )
}

function dueOf({ state, duty, ...row }: WaitingRow): Due {
  return {
    ...row,
    registerLabel: translateKey(`shell:nav.${row.register}`),
    stateLabel: translateKey(`${row.register}:state.${state}`),
    dutyLabel: duty === null ? '' : translateKey(`${row.register}:duty.${duty}`),
  }
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
