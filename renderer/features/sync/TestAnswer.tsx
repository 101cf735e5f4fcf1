import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { SyncTestResult } from '../../../shared/ipc/syncChannels'
import type { Refusal } from '../../../shared/util/result'
import { NoticeBar, RefusalBar } from '../../ui'
import { clockMinutes } from './words'

/** What the test of the connection found: what is wrong and what to do, or that all is well. */
export function TestAnswer({ result, refusal }: { result: SyncTestResult | null; refusal: Refusal | null }) {
  const { t } = useTranslation('sync')
  return (
    <Box role="status" sx={{ mt: 3, '&:empty': { display: 'none' } }}>
      {refusal && <RefusalBar refusal={refusal} />}
      {result && (
        <NoticeBar tone={result.trouble === null ? 'good' : result.trouble === 'clock' ? 'soon' : 'danger'}>
          <Words result={result} />
          {result.trouble && result.status !== null && (
            <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
              {t('test.status', { status: result.status })}
            </Box>
          )}
        </NoticeBar>
      )}
    </Box>
  )
}

function Words({ result }: { result: SyncTestResult }) {
  const { t } = useTranslation('sync')
  const { trouble, version } = result
  if (!trouble) return <>{t('test.fine', { version })}</>
  const minutes = clockMinutes(result)
  if (trouble === 'clock' && minutes !== null)
    return <>{t(minutes > 0 ? 'clock.ahead' : 'clock.behind', { count: Math.abs(minutes) })}</>
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>{t(`trouble.${trouble}.what`)}</Box>
      {t(`trouble.${trouble}.do`)}
    </>
  )
}
