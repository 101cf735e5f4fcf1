import Box from '@mui/material/Box'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportChange, UnitReport } from '../../../../shared/domain/household/import'
import { type Column, StatusChip, VirtualList } from '../../../ui'
import { changeWords } from '../record/changeWords'

type Words = ReturnType<typeof useTranslation<'households'>>['t']

function sentence(change: ImportChange, t: Words): string[] {
  const kind = t(`import.kind.${change.kind}`)
  const { label, action, fields } = change
  if (action === 'added') return change.kind === 'unit' ? [] : [t('import.added', { kind, label })]
  const words = changeWords(fields).map(({ label: field, before, after }) =>
    t('import.changed', {
      kind,
      label,
      field,
      before: before || t('import.empty'),
      after: after || t('import.empty'),
    }),
  )
  const moved = movedWords(change, t)
  return moved ? [`${kind} ${label} ${moved}`, ...words] : words
}

/** Where a vehicle comes from and whose it was, so that a plate in the wrong row is noticed before it is written. */
function movedWords({ movedFrom }: ImportChange, t: Words): string {
  if (!movedFrom) return ''
  const { code, owner } = movedFrom
  return owner ? t('import.movedFromOwner', { code, owner }) : t('import.movedFrom', { code })
}

/** What an import changes, or has changed: one line a unit. */
export function ReportList({ reports }: { reports: readonly UnitReport[] }) {
  const { t } = useTranslation('households')
  const [cursor, setCursor] = useState<string | null>(null)
  const columns = useMemo<Column<UnitReport>[]>(
    () => [
      { key: 'code', header: t('field.door'), width: '120px', render: ({ code }) => <strong>{code}</strong> },
      {
        key: 'action',
        header: t('field.status'),
        width: '88px',
        render: ({ action }) => (
          <StatusChip
            plain
            tone={action === 'create' ? 'fresh' : 'working'}
            label={t(`import.action.${action}`)}
          />
        ),
      },
      {
        key: 'change',
        header: t('import.change'),
        width: 'minmax(0, 1fr)',
        render: ({ changes }) => {
          const text = changes.flatMap((change) => sentence(change, t)).join('；')
          return <span title={text}>{text}</span>
        },
      },
    ],
    [t],
  )
  return (
    <Box sx={{ height: 420, display: 'flex', border: '1px solid', borderColor: 'divider' }}>
      <VirtualList
        label={t('import.changeList')}
        rows={reports}
        rowKey={(row) => row.code}
        columns={columns}
        selectedKey={cursor}
        onSelect={(row) => setCursor(row.code)}
        onOpen={(row) => setCursor(row.code)}
        hasMore={false}
        loadMore={() => undefined}
        empty={null}
      />
    </Box>
  )
}
