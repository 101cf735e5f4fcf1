import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { CopyButton, formatBytes, formatNumber, NoticeBar } from '../../../../ui'
import type { MadePackage } from './make'

/** Places named one by one; more of them say no more. */
const SHOWN = 20

/** What the check of the finished bytes says, in plain words: where something is left, never what. */
export function Verdict({ made }: { made: MadePackage }) {
  return made.leaks.length > 0 ? <Refused made={made} /> : <Passed made={made} />
}

function Refused({ made: { leaks } }: { made: MadePackage }) {
  const { t } = useTranslation('monthFiles')
  return (
    <Box role="alert">
      <NoticeBar tone="danger">
        {t('package.refused')}
        <Box component="ul" sx={{ m: 0, pl: 5 }}>
          {leaks.slice(0, SHOWN).map(({ place, kind }) => (
            <li key={`${place}/${kind}`}>{t('package.leak', { place, kind: t(`package.kind.${kind}`) })}</li>
          ))}
        </Box>
      </NoticeBar>
    </Box>
  )
}

function Passed({ made: { checked, bytes, sha256 } }: { made: MadePackage }) {
  const { t } = useTranslation('monthFiles')
  const counts = { fields: formatNumber(checked.fields), words: formatNumber(checked.words) }
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 2,
        p: '6px 12px',
        mb: 3,
        border: '1px solid',
        borderColor: 'success.main',
        borderLeftWidth: 4,
        borderRadius: '4px',
      }}
    >
      <CheckCircleOutline aria-hidden sx={{ color: 'success.main' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{t('package.passed')}</Box>
        <Box>{t('package.passedHint', counts)}</Box>
        <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('package.size', { size: formatBytes(bytes.length), digest: sha256 })}
          <CopyButton text={sha256} what="SHA-256" />
        </Box>
      </Box>
    </Box>
  )
}
