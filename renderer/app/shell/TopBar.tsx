import Add from '@mui/icons-material/Add'
import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import LockOutlined from '@mui/icons-material/LockOutlined'
import Search from '@mui/icons-material/Search'
import SwitchAccountOutlined from '@mui/icons-material/SwitchAccountOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonGroup from '@mui/material/ButtonGroup'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../../shared/domain/office/types'
import { useJournalHealth } from '../../data'
import { BackupWord } from '../../features/backup'
import { officeTitle } from '../../features/sign-in'
import { SyncWord } from '../../features/sync'
import { StatusChip } from '../../ui'
import { Announcer } from '../../ui/feedback/Announcer'
import { useShell } from './context'
import type { ShellState } from './useShellCommands'

// Where it is narrow (200 % on a small screen) icons stand without their words; names and tooltips stay.
const wordless = (below: number, more: { flex?: string } = {}) => ({
  [`@media (max-width: ${below}px)`]: {
    ...more,
    minWidth: 40,
    '& .word': { display: 'none' },
    '& .MuiButton-startIcon': { mr: 0 },
  },
})

/** Top: 搜索, 新建, the state of what was saved, who is signed in, 锁定 (ui.md, "Frame"). */
export function TopBar(shell: ShellState) {
  const { t } = useTranslation(['shell', 'common'])
  const { office, user } = useShell()
  const healthy = useJournalHealth()
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '4px 12px',
        px: 3,
        minWidth: 0,
        py: 1,
        minHeight: 44,
        borderBottom: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <OfficeName office={office} />
      {office.demo && <DemoBadge />}
      <Button
        startIcon={<Search />}
        aria-label={t('shell:search.button')}
        onClick={() => shell.setDialog('search')}
        sx={{
          // It gives its room to a long word about what was saved, and the office's name does next.
          flex: '0 1000 260px',
          minWidth: 44,
          overflow: 'hidden',
          containerType: 'inline-size',
          '@container (max-width: 110px)': { '& .word': { display: 'none' } },
          justifyContent: 'flex-start',
          color: 'text.secondary',
          borderColor: 'text.disabled',
          // Without its words it gives its room to what was saved.
          ...wordless(700, { flex: '0 0 44px' }),
        }}
      >
        <span className="word">{t('shell:search.button')}</span>
        <Box component="kbd" aria-hidden className="word" sx={{ ml: 'auto', font: 'inherit', fontSize: 12 }}>
          Ctrl+K
        </Box>
      </Button>
      <CreateButton {...shell} />
      <Announcer />
      <Box sx={{ ml: 'auto', display: 'flex', gap: 2 }}>
        <BackupWord />
        <SyncWord />
        <Tooltip title={healthy ? t('shell:journal.fineHelp') : t('shell:journal.stopped')}>
          <span>
            <StatusChip
              plain
              tone={healthy ? 'good' : 'danger'}
              label={healthy ? t('shell:journal.fine') : t('shell:journal.stoppedWord')}
            />
          </span>
        </Tooltip>
      </Box>
      <Tooltip title={t('shell:switchUser')}>
        <Button
          variant="text"
          sx={{ '@media (max-width: 900px)': { '& .word': { display: 'none' } } }}
          startIcon={<SwitchAccountOutlined />}
          aria-label={t('shell:switchUserFrom', { name: user.name })}
          onClick={() => shell.setDialog('switchUser')}
        >
          {user.name}
          <Box component="span" className="word" sx={{ color: 'text.secondary', ml: 1 }}>
            {t(`common:role.${user.role}`)}
          </Box>
        </Button>
      </Tooltip>
      <Tooltip title="Ctrl+L">
        <Button
          variant="text"
          startIcon={<LockOutlined />}
          aria-label={t('shell:lock')}
          onClick={shell.lock}
          sx={wordless(700)}
        >
          <span className="word">{t('shell:lock')}</span>
        </Button>
      </Tooltip>
    </Box>
  )
}

/** 新建: of the register that is open; the arrow for the others. */
function CreateButton({ creatable, create }: ShellState) {
  const { t } = useTranslation('shell')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const first = creatable[0]
  if (!first) return null
  return (
    <>
      <ButtonGroup variant="contained" disableElevation>
        <Tooltip title="Ctrl+N">
          <Button
            startIcon={<Add />}
            aria-label={t(`create.${first.key}`)}
            onClick={() => create(first)}
            sx={wordless(700)}
          >
            <span className="word">{t(`create.${first.key}`)}</span>
          </Button>
        </Tooltip>
        {creatable.length > 1 && (
          <Button
            aria-label={t('create.others')}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
            sx={{ px: 0.5, minWidth: 32 }}
          >
            <ArrowDropDown />
          </Button>
        )}
      </ButtonGroup>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {creatable.map((register) => (
          <MenuItem
            key={register.key}
            onClick={() => {
              setAnchor(null)
              create(register)
            }}
          >
            {t(`create.${register.key}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** Made-up data must never be taken for the office's own. */
function DemoBadge() {
  const { t } = useTranslation('demo')
  return (
    <Tooltip title={t('badgeHelp')}>
      <span>
        <StatusChip tone="soon" label={t('badge')} />
      </span>
    </Tooltip>
  )
}

/** Where this is; the estate is left out when the office's name says it already. */
function OfficeName({ office }: { office: Office }) {
  return (
    <Box
      sx={{
        fontWeight: 600,
        maxWidth: 260,
        minWidth: 120,
        flexShrink: 10,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        '@media (max-width: 1000px)': { display: 'none' },
      }}
    >
      {officeTitle(office)}
    </Box>
  )
}
