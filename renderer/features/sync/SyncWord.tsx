import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useReplication } from '../../data'
import { formatDateTime, StatusChip, useNow } from '../../ui'
import { syncWords } from './words'

/** How sync stands, as one small word that opens its page (issue "Seen"); nothing where it was never set up. */
export function SyncWord() {
  const { t } = useTranslation('sync')
  const navigate = useNavigate()
  const state = useReplication()
  const now = useNow()
  const words = state && syncWords(state, now)
  if (!state || !words) return null
  const { needs, trouble, upToDateAt, waiting } = state
  const help = [
    needs ? t(`need.${needs}.title`) : trouble ? t(`trouble.${trouble}.what`) : '',
    upToDateAt ? t('help.upToDate', { at: formatDateTime(upToDateAt) }) : t('help.never'),
    waiting > 0 ? t('help.waiting', { count: waiting }) : '',
    t('help.open'),
  ]
  return (
    <Tooltip describeChild title={help.filter(Boolean).join(' ')}>
      <ButtonBase
        onClick={() => void navigate('/settings/sync')}
        sx={{
          borderRadius: '4px',
          px: 1,
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        <StatusChip plain tone={words.tone} label={t(`word.${words.word}`, { count: words.count })} />
      </ButtonBase>
    </Tooltip>
  )
}
