import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { SectionPanel, useMenuCommand, usePartKeys } from '../../ui'
import { useOpenDisputes } from './useOpenDisputes'

/** 待核对 beside 今日待办, for those who decide it: how many wait, and one key to the newest. */
export function DisputesHeadline() {
  const { t } = useTranslation('disputes')
  const navigate = useNavigate()
  const open = useOpenDisputes() ?? []
  const [first] = open
  const go = (): void => {
    if (first) void navigate(`/disputes/${first.id}`)
  }
  useMenuCommand('check', go, first !== undefined)
  const isThere = first !== undefined
  usePartKeys(useMemo(() => (isThere ? [{ keys: 'Alt+H', text: t('keys.newest') }] : []), [isThere, t]))
  if (!first) return null
  return (
    <SectionPanel id="today.disputes" title={t('title')} count={open.length}>
      <Box sx={{ mb: 2 }}>{t('headline.text', { count: open.length })}</Box>
      <Button onClick={go}>
        {t('bar.open')}
        <Box
          component="kbd"
          aria-hidden
          sx={{ ml: 2, font: 'inherit', fontSize: 12, color: 'text.secondary' }}
        >
          Alt+H
        </Box>
      </Button>
    </SectionPanel>
  )
}
