import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { getRecord, useQuery } from '../../data'
import { ScreenBody, ScreenHead } from '../../ui'
import type { ScreenChoices } from './choices'
import { OfficePanel } from './OfficePanel'
import { RulesPanel } from './RulesPanel'
import { ScreenPanel } from './ScreenPanel'
import { UsersPanel } from './UsersPanel'
import { WorkdaysPanel } from './WorkdaysPanel'

const PARTS = ['office', 'users', 'rules', 'workdays', 'screen'] as const
type Part = (typeof PARTS)[number]

/** 设置 (domain 1, figures marked †): director only; the data layer refuses others too. */
export function Settings(choices: ScreenChoices) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const { '*': place = '' } = useParams()
  const part: Part = PARTS.find((name) => name === place) ?? 'office'
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const office = useQuery(async (db) => (await db.of('office').toCollection().first()) ?? null, [])
  return (
    <>
      <ScreenHead title={t('title')}>
        <Tabs
          value={part}
          onChange={(_, next: Part) => void navigate(`/settings/${next}`, { replace: true })}
          aria-label={t('tabs')}
          variant="scrollable"
        >
          {PARTS.map((name) => (
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
        role="tabpanel"
        id={`part-${part}`}
        aria-labelledby={`tab-${part}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <ScreenBody narrow>
          {part === 'office' && office && <OfficePanel office={office} />}
          {part === 'users' && <UsersPanel onHashPin={choices.onHashPin} />}
          {part === 'rules' && settings && <RulesPanel settings={settings} />}
          {part === 'workdays' && settings && <WorkdaysPanel overrides={settings.workdayOverrides} />}
          {part === 'screen' && settings && <ScreenPanel settings={settings} {...choices} />}
        </ScreenBody>
      </Box>
    </>
  )
}
