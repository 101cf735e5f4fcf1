import Box from '@mui/material/Box'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionPanel, useMenuCommand } from '../../ui'
import { GuidanceBody, type GuidancePanelProps } from './GuidanceBody'

/**
 * 处理指引 beside a form or a record (ui, "Record"): the matter that fits best is open, the others are one click away.
 * Alt+G goes to its search from anywhere and Esc back to where one was.
 */
export function GuidancePanel(props: GuidancePanelProps) {
  const { t } = useTranslation('guidance')
  const frame = useRef<HTMLDivElement>(null)
  const from = useRef<HTMLElement | null>(null)
  useMenuCommand('guide', () => {
    const active = document.activeElement
    if (!frame.current?.contains(active)) from.current = active instanceof HTMLElement ? active : null
    // Folded away it has no search yet.
    frame.current?.querySelector<HTMLElement>('button[aria-expanded=false]')?.click()
    requestAnimationFrame(() => {
      frame.current?.scrollIntoView({ block: 'nearest' })
      frame.current?.querySelector<HTMLElement>('[role=searchbox]')?.focus()
    })
  })
  return (
    <Box ref={frame} sx={{ minWidth: 0 }}>
      <SectionPanel id="guidance" title={t('title')}>
        <GuidanceBody {...props} onLeave={() => from.current?.focus()} />
      </SectionPanel>
    </Box>
  )
}
