import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import Link from '@mui/material/Link'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { writtenNumber } from '../../../../shared/domain/scan'
import { StatusChip, translateKey } from '../../../ui'
import { asksSigner, isSure, type ScanRow } from './rows'
import type { SignedBy } from './useFiling'
import { useVerdictWords } from './verdictWords'

interface GlanceLineProps {
  row: ScanRow
  thumb: string | undefined
  signed: SignedBy
  onSigned: (signed: SignedBy) => void
}

/** One sheet: how it looks, whose it is, and what becomes of it. */
export function GlanceLine({ row, thumb, signed, onSigned }: GlanceLineProps) {
  const words = useVerdictWords()(row)
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 3, py: 2, borderTop: '1px solid', borderColor: 'divider' }}
    >
      <Thumb src={thumb} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 1, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <SheetName row={row} />
          <Box sx={{ ml: 'auto' }}>
            <StatusChip plain tone={words.tone} label={words.word} />
          </Box>
        </Box>
        <About row={row} />
        {words.why !== '' && <Box sx={{ overflowWrap: 'anywhere' }}>{words.why}</Box>}
        {isSure(row) && asksSigner(row) && <Signer row={row} signed={signed} onSigned={onSigned} />}
      </Box>
    </Box>
  )
}

function SheetName({ row: { scan, found } }: { row: ScanRow }) {
  const [code] = scan.codes
  if (found) {
    return (
      <Link component={NavLink} to={`/${found.table}/${found.record.id}`} sx={{ fontWeight: 600 }}>
        {found.record.number}
      </Link>
    )
  }
  const name = code && scan.codes.length === 1 ? writtenNumber(code) : scan.file.name
  return <strong style={{ overflowWrap: 'anywhere' }}>{name}</strong>
}

/** Form, print version and pages. */
export function About({ row: { scan, form } }: { row: ScanRow }) {
  const { t } = useTranslation('scans')
  const [code] = scan.codes
  const known = code && scan.codes.length === 1
  const parts = [
    form === null ? '' : translateKey(`paper:form.${form}`),
    known ? t('version', { version: code.version }) : '',
    scan.pages > 1 ? t('pages', { count: scan.pages }) : '',
    known ? '' : placeOf(scan.origins, t),
  ]
  const text = parts.filter(Boolean).join(' · ')
  return text === '' ? null : <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{text}</Box>
}

/** Which page of which file, for one that nobody could read. */
function placeOf(
  [origin]: ScanRow['scan']['origins'],
  t: ReturnType<typeof useTranslation<'scans'>>['t'],
): string {
  if (!origin || origin.of < 2) return ''
  return t('pageOf', { name: origin.name, page: origin.pages.join('、'), of: origin.of })
}

/** 已签, and by whom: filed with the sheet in one. */
function Signer({ row, signed, onSigned }: Pick<GlanceLineProps, 'row' | 'signed' | 'onSigned'>) {
  const { t } = useTranslation('scans')
  const number = row.found?.record.number ?? ''
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' }}>
        <Checkbox
          size="small"
          sx={{ p: 1, ml: -1 }}
          checked={signed.signed}
          onChange={(_, on) => onSigned({ ...signed, signed: on })}
          slotProps={{ input: { 'aria-label': t('signedOf', { number }) } }}
        />
        {t('signed')}
      </Box>
      <OutlinedInput
        size="small"
        fullWidth
        value={signed.by}
        placeholder={t('signerHint')}
        onChange={(event) => onSigned({ signed: event.target.value.trim() !== '', by: event.target.value })}
        inputProps={{ 'aria-label': t('signerOf', { number }), maxLength: 50, spellCheck: false }}
      />
    </Box>
  )
}

function Thumb({ src }: { src: string | undefined }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: 64,
        height: 84,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        overflow: 'hidden',
        border: '1px solid',
        borderColor: 'divider',
        bgcolor: 'action.hover',
        color: 'text.secondary',
      }}
    >
      {src ? (
        <Box component="img" src={src} alt="" sx={{ width: '100%', height: '100%', objectFit: 'cover' }} />
      ) : (
        <DescriptionOutlined />
      )}
    </Box>
  )
}
