import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import type { Role } from '../../../shared/domain/office/types'
import { getRecord, useQuery, useRole } from '../../data'
import { ScreenBody, ScreenHead } from '../../ui'
import type { ScreenChoices } from './choices'
import { OfficePanel } from './OfficePanel'
import { PlanPanel } from './PlanPanel'
import { RulesPanel } from './RulesPanel'
import { ScreenPanel } from './ScreenPanel'
import { useKeptKeyboard } from './useKeptKeyboard'
import { UsersPanel } from './UsersPanel'
import { WorkdaysPanel } from './WorkdaysPanel'

const PARTS = [
  'office',
  'users',
  'rules',
  'plan',
  'workdays',
  'security',
  'backup',
  'sync',
  'privacy',
  'screen',
] as const
type Part = (typeof PARTS)[number]

/** What a role sees of 设置: 个人信息 also who answers requests (domain 13). */
function partsFor(role: Role, syncs: boolean): readonly Part[] {
  if (may(role, 'settings.write')) return PARTS
  const theirs: Part[] = ['screen', 'backup', 'sync', 'privacy']
  return theirs.filter(
    (part) => (part !== 'sync' || syncs) && (part !== 'privacy' || may(role, 'privacy.answer')),
  )
}

/**
 * 设置: everybody has the part about this machine's screen and sees how the backups stand; the office's own (domain 1,
 * figures marked †) are for the director only, and the data layer refuses others too. `machine`: what else is set for this machine alone; `security`:
 * the office's secrets and who tried in vain to sign in.
 */
export function Settings(
  props: ScreenChoices & {
    machine: ReactNode
    security: ReactNode
    backup: ReactNode
    sync: ReactNode
    /** 同步 was set up: until then it concerns the director alone. */
    syncs: boolean
    privacy: ReactNode
  },
) {
  const { machine, security, backup, sync, syncs, privacy, ...choices } = props
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const { '*': place = '' } = useParams()
  const role = useRole()
  const panel = useRef<HTMLDivElement>(null)
  useKeptKeyboard(panel)
  const parts = partsFor(role, syncs)
  const part: Part = parts.find((name) => name === place) ?? parts[0] ?? 'screen'
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const office = useQuery(async (db) => (await db.of('office').toCollection().first()) ?? null, [])
  return (
    <>
      <ScreenHead
        title={t('title')}
        actions={<Button onClick={() => void navigate('/guidance')}>{t('guidance')}</Button>}
      >
        <Tabs
          value={part}
          onChange={(_, next: Part) => void navigate(`/settings/${next}`, { replace: true })}
          aria-label={t('tabs')}
          variant="scrollable"
        >
          {parts.map((name) => (
            <Tab
              key={name}
              value={name}
              label={t(`tab.${name}`)}
              id={`tab-${name}`}
              aria-controls={`part-${name}`}
            />
          ))}
        </Tabs>
      </ScreenHead>
      <Box
        ref={panel}
        role="tabpanel"
        id={`part-${part}`}
        aria-labelledby={`tab-${part}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <ScreenBody narrow>
          {part === 'office' && office && <OfficePanel office={office} />}
          {part === 'users' && <UsersPanel onHashPin={choices.onHashPin} />}
          {part === 'rules' && settings && <RulesPanel settings={settings} />}
          {part === 'plan' && settings && <PlanPanel plan={settings.servicePlan} />}
          {part === 'workdays' && settings && <WorkdaysPanel overrides={settings.workdayOverrides} />}
          {part === 'security' && security}
          {part === 'backup' && backup}
          {part === 'sync' && sync}
          {part === 'privacy' && privacy}
          {part === 'screen' && settings && <ScreenPanel settings={settings} {...choices} />}
          {part === 'screen' && machine}
        </ScreenBody>
      </Box>
    </>
  )
}
