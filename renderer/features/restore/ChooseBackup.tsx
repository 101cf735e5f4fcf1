import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupOffer } from '../../../shared/ipc/restoreChannels'
import { desk } from '../../platform/desk'
import { formatBytes, formatDateTime, formatNumber } from '../../ui'

/** So many are shown at first; older ones on demand. */
const SHOWN = 5

/** The backups that this machine finds by itself, newest first, and the way to any other file. */
export function ChooseBackup(props: { onOffer: (offer: BackupOffer) => void; onFile: () => void }) {
  const { t } = useTranslation('restore')
  const [offers, setOffers] = useState<readonly BackupOffer[] | null>(null)
  const [all, setAll] = useState(false)
  useEffect(() => {
    void desk.invoke('restore.known', {}).then((answer) => setOffers(answer.ok ? answer.value.offers : []))
  }, [])
  if (!offers) return null
  const shown = all ? offers : offers.slice(0, SHOWN)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {offers.length === 0 && <Box>{t('choose.none')}</Box>}
      {offers.length > 0 && (
        <Box component="ul" aria-label={t('choose.known')} sx={{ m: 0, p: 0, display: 'grid', gap: 2 }}>
          {shown.map((offer, index) => (
            <OfferLine key={offer.token} offer={offer} first={index === 0} onChoose={props.onOffer} />
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant={offers.length === 0 ? 'contained' : 'outlined'}
          autoFocus={offers.length === 0}
          onClick={props.onFile}
        >
          {t('choose.file')}
        </Button>
        {!all && offers.length > SHOWN && (
          <Button onClick={() => setAll(true)}>{t('choose.all', { count: offers.length })}</Button>
        )}
      </Box>
    </Box>
  )
}

interface OfferLineProps {
  offer: BackupOffer
  first: boolean
  onChoose: (offer: BackupOffer) => void
}

function OfferLine({ offer, first, onChoose }: OfferLineProps) {
  const { t } = useTranslation('restore')
  const { listed, folder, bytes } = offer
  const madeAt = formatDateTime(listed?.madeAt) ?? offer.name
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        p: '8px 12px',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>
          {madeAt}
          {listed && ` · ${t(`reason.${listed.reason}`)}`}
        </Box>
        <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {listed && `${t('choose.upTo', { seq: formatNumber(listed.lastSeq) })} · `}
          {formatBytes(bytes)} · {folder}
        </Box>
      </Box>
      <Button
        variant={first ? 'contained' : 'outlined'}
        autoFocus={first}
        aria-label={t('choose.oneNamed', { name: madeAt })}
        onClick={() => onChoose(offer)}
      >
        {t('choose.one')}
      </Button>
    </Box>
  )
}
