import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '../data'
import { useReminders } from '../features/backup'
import { SectionPanel, useRemembered } from '../ui'
import { useShell } from './shell/context'

const PLACES = {
  users: '/settings/users',
  households: '/households/import',
  second: '/settings/backup',
} as const
type Step = keyof typeof PLACES

/** What a new office has not done yet, in the order in which it is best done; none but for its director, and once put away. */
export function useNewOfficeSteps(): { steps: readonly Step[]; putAway: () => void } {
  const { office, user } = useShell()
  const [away, setAway] = useRemembered(`newOffice.away.${office.id}`, false)
  const lacksSecond = useReminders().some(({ key }) => key === 'noSecond')
  const found = useQuery(
    async (db) => ({
      users: (await db.of('users').count()) < 2,
      households: (await db.of('units').limit(1).count()) === 0,
    }),
    [],
  )
  const wanted = user.role === 'director' && !office.demo && !away
  const open = { ...found, second: lacksSecond }
  const steps =
    found && wanted ? (['users', 'households', 'second'] as const).filter((step) => open[step]) : []
  return { steps, putAway: () => setAway(true) }
}

/** 开始使用, beside 今日待办: the first steps of a new office, each a way to where it is done. */
export function NewOffice({ steps, putAway }: ReturnType<typeof useNewOfficeSteps>) {
  const { t } = useTranslation('today')
  if (steps.length === 0) return null
  return (
    <SectionPanel id="today.newOffice" title={t('begin.title')} count={steps.length}>
      <Box component="ul" sx={{ m: 0, pl: 4, display: 'grid', gap: 2 }}>
        {steps.map((step) => (
          <li key={step}>
            <MuiLink component={Link} to={PLACES[step]}>
              {t(`begin.${step}`)}
            </MuiLink>
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{t(`begin.${step}Why`)}</Box>
          </li>
        ))}
      </Box>
      <Button variant="text" sx={{ mt: 2 }} onClick={putAway}>
        {t('begin.putAway')}
      </Button>
    </SectionPanel>
  )
}
