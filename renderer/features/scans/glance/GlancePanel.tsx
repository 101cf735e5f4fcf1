import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery } from '../../../data'
import { formatShort, ProgressPanel, refusalText, useNow } from '../../../ui'
import { GlanceLine } from './GlanceLine'
import { isSure, readRows, type ScanRow } from './rows'
import { closeGlance, type Glance, noteFocused } from './session'
import { useFiling } from './useFiling'

/**
 * What came back on paper, for a glance: what each sheet is and what becomes of it. It stands beside the work and
 * blocks nothing; Enter on 归档 files all that are sure, and the others stay in 待归档 (domain 10).
 */
export default function GlancePanel({ glance }: { glance: Glance }) {
  const { t } = useTranslation('scans')
  const frame = useRef<HTMLElement>(null)
  const rows = useQuery((db) => readRows(db, glance.ids), [glance.ids])
  return (
    <Box
      component="section"
      ref={frame}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        closeGlance()
      }}
      sx={PANEL}
    >
      <Head />
      <Box sx={{ overflow: 'auto', px: 3, flex: 1, minHeight: 0 }}>
        {glance.reading && (
          <ProgressPanel
            what={t('reading', { name: glance.reading.name })}
            done={glance.reading.done}
            total={null}
            unit={t('pageUnit')}
            onCancel={glance.reading.cancel}
          />
        )}
        <Refused glance={glance} />
        <Again glance={glance} />
        {rows && <Lines key={glance.ids[0]} rows={rows} glance={glance} />}
      </Box>
    </Box>
  )
}

const PANEL = {
  position: 'fixed',
  right: 16,
  bottom: 16,
  width: 'min(480px, calc(100vw - 32px))',
  maxHeight: 'min(640px, calc(100vh - 76px))',
  // Above the work, below dialogs.
  zIndex: 1200,
  display: 'flex',
  flexDirection: 'column',
  bgcolor: 'background.paper',
  border: '1px solid',
  borderColor: 'text.disabled',
  borderRadius: '6px',
  boxShadow: 8,
} as const

function Head() {
  const { t } = useTranslation(['scans', 'ui'])
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', pl: 3, pr: 1, py: 1 }}>
      <Box component="h2" sx={{ m: 0, flex: 1, fontSize: 16, fontWeight: 600 }}>
        {t('scans:title')}
      </Box>
      <Tooltip title={`${t('ui:close')} Esc`}>
        <IconButton aria-label={t('ui:close')} onClick={closeGlance}>
          <Close />
        </IconButton>
      </Tooltip>
    </Box>
  )
}

function Lines({ rows, glance }: { rows: readonly ScanRow[]; glance: Glance }) {
  const filing = useFiling(rows)
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map((row) => (
          <GlanceLine
            key={row.scan.id}
            row={row}
            thumb={row.hidden ? undefined : glance.thumbs.get(row.scan.id)}
            signed={filing.signedBy(row)}
            onSigned={(signed) => filing.change(row.scan.id, signed)}
          />
        ))}
      </Box>
      {glance.reading === null && <Foot rows={rows} filing={filing} handed={glance.handed} />}
    </>
  )
}

/** Whatever takes keys for its own. */
const WRITTEN = 'input, textarea, select, [contenteditable=true]'

interface FootProps {
  rows: readonly ScanRow[]
  filing: ReturnType<typeof useFiling>
  handed: boolean
}

/**
 * 归档 and the way to 待归档; it takes the keyboard when somebody handed paper in here, never for the folder, and never
 * from who is writing.
 */
function Foot({ rows, filing, handed }: FootProps) {
  const { t } = useTranslation('scans')
  const navigate = useNavigate()
  const sure = rows.filter(isSure).length
  const waiting = rows.filter(({ scan }) => scan.state === 'waiting').length - sure
  const foot = useRef<HTMLDivElement>(null)
  const ready = rows.length > 0
  useEffect(() => {
    if (!handed || !ready) return
    // Reading takes a while: who writes again by now would file everything with the next Enter.
    if (!document.activeElement?.matches(WRITTEN)) foot.current?.querySelector('button')?.focus()
    noteFocused()
  }, [handed, ready])
  const pressed = useRef(false)
  useEffect(() => {
    if (sure > 0 || !pressed.current) return
    pressed.current = false
    // 归档 goes with what it filed: the keyboard stays with what is left to do.
    if (document.activeElement === document.body) foot.current?.querySelector('button')?.focus()
  }, [sure])
  const openTray = () => {
    closeGlance()
    void navigate('/scans')
  }
  const file = async () => {
    pressed.current = true
    const filed = await filing.fileAll()
    // All is done and said: nothing is left to look at.
    if (filed === sure && waiting === 0) closeGlance()
  }
  if (!ready) return null
  return (
    <FootBar>
      <Box ref={foot} sx={{ display: 'flex', gap: 2 }}>
        {sure > 0 && (
          <Button
            variant="contained"
            aria-busy={filing.busy}
            onClick={() => {
              if (!filing.busy) void file()
            }}
          >
            {t('file', { count: sure })}
          </Button>
        )}
        {waiting > 0 && <Button onClick={openTray}>{t('toTray', { count: waiting })}</Button>}
        {sure + waiting === 0 && <Button onClick={closeGlance}>{t('done')}</Button>}
      </Box>
    </FootBar>
  )
}

function FootBar({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ position: 'sticky', bottom: 0, py: 3, bgcolor: 'background.paper' }}>
      <Box sx={{ borderTop: '1px solid', borderColor: 'divider', pt: 3 }}>{children}</Box>
    </Box>
  )
}

/** Files that were not taken, and why. */
function Refused({ glance: { refused } }: { glance: Glance }) {
  return (
    <Box role="alert" sx={{ color: 'error.main', '&:empty': { display: 'none' } }}>
      {refused.map(({ name, refusal }) => (
        <Box key={`${name} ${refusal.key}`} sx={{ py: 1, overflowWrap: 'anywhere' }}>
          {name !== '' && <strong>{name}　</strong>}
          {refusalText(refusal)}
        </Box>
      ))}
    </Box>
  )
}

/** Files that came in before: said, and left as they are. */
function Again({ glance: { again } }: { glance: Glance }) {
  const { t } = useTranslation('scans')
  const now = new Date(useNow()).toISOString()
  return again.map(({ name, scan }) => (
    <Box key={`${name} ${scan.id}`} sx={{ py: 1, overflowWrap: 'anywhere' }}>
      {t(`again.${scan.state}`, {
        name,
        at: formatShort(scan.receivedAt, now),
        number: scan.filed?.number ?? '',
      })}
    </Box>
  ))
}
