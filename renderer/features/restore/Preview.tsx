import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DATA_VERSION } from '../../../shared/schema'
import type { Refusal } from '../../../shared/util/result'
import {
  ConfirmDialog,
  Facts,
  formatBytes,
  formatDateTime,
  formatNumber,
  NoticeBar,
  RefusalBar,
  SectionPanel,
  translateKey,
} from '../../ui'
import type { NewerBackups } from './newer'
import type { Looked } from './useRestore'

interface PreviewProps {
  looked: Looked
  refusal: Refusal | null
  /** Id of the office whose data would be replaced; null where there is none. */
  replaces: string | null
  onRestore: () => void
  onBack: () => void
}

/** What is in the backup, before anything is done with it. */
export function Preview({ looked, refusal, replaces, onRestore, onBack }: PreviewProps) {
  const { t } = useTranslation('restore')
  const [asking, setAsking] = useState(false)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <RefusalBar refusal={refusal} />
      <SectionPanel id="restore.preview" title={t('preview.title')}>
        <Contents looked={looked} />
      </SectionPanel>
      <Warnings looked={looked} replaces={replaces} />
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        <Button onClick={onBack}>{t('preview.back')}</Button>
        <Button
          variant="contained"
          autoFocus
          onClick={() => (replaces === null ? onRestore() : setAsking(true))}
        >
          {t(replaces === null ? 'preview.restore' : 'preview.replace')}
        </Button>
      </Box>
      <ConfirmDialog
        open={asking}
        danger
        title={t('ask.title')}
        confirmLabel={t('ask.confirm')}
        onConfirm={() => {
          setAsking(false)
          onRestore()
        }}
        onCancel={() => setAsking(false)}
      >
        {t('ask.text', { madeAt: formatDateTime(looked.inspection.madeAt) })}
      </ConfirmDialog>
    </Box>
  )
}

/** Tables whose count tells somebody something; the others are parts of these. */
const COUNTED = [
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
  'corrections',
  'units',
  'persons',
  'users',
] as const

function Contents({ looked }: { looked: Looked }) {
  const { t } = useTranslation('restore')
  const { inspection, continuing, offer } = looked
  const { chain, attachments, rows, to } = inspection
  const counts = COUNTED.filter((table) => (rows[table] ?? 0) > 0).map(
    (table) => `${translateKey(`start:table.${table}`, {}, table)} ${formatNumber(rows[table] ?? 0)}`,
  )
  return (
    <Facts
      items={[
        { label: t('preview.office'), value: `${inspection.estateName} · ${inspection.officeName}` },
        {
          label: t('preview.madeAt'),
          value: `${formatDateTime(inspection.madeAt)} · ${t(`reason.${inspection.reason}`)}`,
        },
        { label: t('preview.newest'), value: formatDateTime(inspection.newestAt) },
        { label: t('preview.records'), value: counts.join('，') },
        { label: t('preview.entries'), value: t('preview.upTo', { seq: formatNumber(to.seq) }) },
        {
          label: t('preview.chain'),
          value: chain.broken
            ? t('preview.broken', { seq: chain.broken.seq })
            : t('preview.sound', { entries: formatNumber(chain.entries) }),
        },
        {
          label: t('preview.files'),
          value: attachments.named > 0 ? t('preview.fileCount', { count: attachments.named }) : null,
        },
        {
          label: t('preview.ledger'),
          value: continuing > 0 ? t('preview.continuing', { count: continuing }) : null,
        },
        { label: t('preview.size'), value: formatBytes(offer.bytes) },
      ]}
    />
  )
}

function Warnings({ looked, replaces }: { looked: Looked; replaces: string | null }) {
  const { t } = useTranslation('restore')
  const { chain, attachments, dataVersion, officeId } = looked.inspection
  return (
    <Box sx={{ '&:empty': { display: 'none' } }}>
      <NewerNotice newer={looked.newer} />
      {chain.broken && <NoticeBar tone="danger">{t('warn.chain')}</NoticeBar>}
      {attachments.missing > 0 && (
        <NoticeBar tone="soon">{t('warn.files', { count: attachments.missing })}</NoticeBar>
      )}
      {dataVersion < DATA_VERSION && <NoticeBar tone="plain">{t('warn.older')}</NoticeBar>}
      {replaces !== null && replaces !== officeId && (
        <NoticeBar tone="danger">{t('warn.otherOffice')}</NoticeBar>
      )}
    </Box>
  )
}

/** That a newer backup lies beside this one, and whether what was erased by law since is erased again (domain 13). */
function NewerNotice({ newer: { offers, erasures, closed } }: { newer: NewerBackups }) {
  const { t } = useTranslation('restore')
  const listed = offers[0]?.listed
  if (!listed) return null
  const { madeAt, reason } = listed
  return (
    <NoticeBar tone={closed ? 'danger' : 'soon'}>
      {t('warn.newer', { madeAt: formatDateTime(madeAt), reason: t(`reason.${reason}`) })}
      {erasures.length > 0 && t('warn.erasedAgain')}
      {closed && t('warn.newerClosed')}
    </NoticeBar>
  )
}
