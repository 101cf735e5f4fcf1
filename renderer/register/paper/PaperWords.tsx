import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { paperState } from '../../../shared/domain/register/paper'
import { signedOnScreenNow } from '../../../shared/domain/register/screenSignature'
import { formatDateTime } from '../../ui'
import type { PaperForm } from './paperForm'

/** How far the newest print is, in sentences: printed, signed or refused, filed, changed since. */
export function PaperWords({ paper: { print, changed } }: { paper: PaperForm }) {
  const { t } = useTranslation('paper')
  if (!print) return null
  const { signature, filing, version } = paperState(print)
  const { printedAt, printedBy } = print
  const drawn = signature?.outcome === 'signed' ? signedOnScreenNow(print) : []
  return (
    <>
      <div>
        {t(drawn.length > 0 ? 'screenVersion' : 'version', {
          version,
          at: formatDateTime(printedAt),
          by: printedBy,
        })}
      </div>
      {signature && drawn.length === 0 && (
        <div>{t(signature.outcome, { ...signature, at: formatDateTime(signature.at) })}</div>
      )}
      {drawn.map((one) => (
        <div key={one.role}>
          {t('signedOnScreen', {
            role: one.role,
            by: one.by,
            at: formatDateTime(one.at),
            pointer: t(`pointer.${one.pointer}`),
          })}
        </div>
      ))}
      {filing && <div>{t('filed', { ...filing, at: formatDateTime(filing.at) })}</div>}
      {filing && !signature && <div>{t('scanWaits')}</div>}
      {changed && <Box sx={{ color: 'error.main' }}>{t('changedText', { version })}</Box>}
    </>
  )
}
