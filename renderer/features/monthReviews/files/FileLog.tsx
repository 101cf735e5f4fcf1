import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { MonthId } from '../../../../shared/util/months'
import { type MonthFile, monthFilesOf, useQuery } from '../../../data'
import { formatDateTime, formatNumber, SectionPanel } from '../../../ui'

/** What of the month was handed out before: when, who, what and how many, as the chain has it (domain 13). */
export function FileLog({ month }: { month: MonthId }) {
  const { t } = useTranslation('monthFiles')
  const files = useQuery((db) => monthFilesOf(db, month), [month])
  if (!files) return null
  return (
    <SectionPanel id="monthFiles.log" title={t('log.title')} count={files.length}>
      {files.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('log.empty')}</Box>
      ) : (
        <Files files={files} />
      )}
    </SectionPanel>
  )
}

function Files({ files }: { files: readonly MonthFile[] }) {
  const { t } = useTranslation('monthFiles')
  return (
    <Box component="table" aria-label={t('log.title')} sx={TABLE}>
      <thead>
        <tr>
          {(['when', 'who', 'what', 'count'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`log.${head}`)}
            </th>
          ))}
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.opId}>
            <td>{formatDateTime(file.at)}</td>
            <td>{file.by}</td>
            <td>{t(`log.${file.kind}`)}</td>
            <td>{countWords(file, t)}</td>
            <td title={file.sha256}>{file.sha256.slice(0, 12)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

type Words = ReturnType<typeof useTranslation<'monthFiles'>>['t']

function countWords({ kind, sheets, records, texts }: MonthFile, t: Words): string {
  const shown = formatNumber(records)
  return kind === 'book'
    ? t('log.bookCount', { sheets, records: shown })
    : t('log.packageCount', { records: shown, texts })
}

const TABLE = {
  borderCollapse: 'collapse',
  width: '100%',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { borderBottom: '1px solid', borderColor: 'divider', px: 2, py: 1, textAlign: 'left' },
  '& th': { fontWeight: 600 },
} as const
