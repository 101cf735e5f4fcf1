import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { countWaitingScans, useQuery } from '../../data'
import { SectionPanel } from '../../ui'

/** 待归档 beside 今日, while something waits there. */
export default function TrayHeadline() {
  const { t } = useTranslation('scans')
  const waiting = useQuery((db) => countWaitingScans(db), [])
  if (!waiting) return null
  return (
    <SectionPanel id="today.scans" title={t('tray.title')} count={waiting}>
      <Link component={NavLink} to="/scans">
        {t('tray.headline', { count: waiting })}
      </Link>
    </SectionPanel>
  )
}
