import { useTranslation } from 'react-i18next'
import { Facts, formatDateTime, formatNumber, SectionPanel, translateKey } from '../../ui'
import type { Trouble } from './plan'

/** What was found outside the database: office, entries, newest time, records by kind. */
export function Findings({ state }: { state: Trouble }) {
  const { t } = useTranslation('start')
  const { lastSeq, sentinel, problems } = state.ledger
  const counts = Object.entries(sentinel?.counts ?? {}).filter(([, count]) => count > 0)
  return (
    <SectionPanel id="recovery.findings" title={t('recovery.found')}>
      <Facts
        items={[
          { label: t('recovery.office'), value: sentinel?.officeName },
          { label: t('recovery.inLedger'), value: t('recovery.count', { n: formatNumber(lastSeq) }) },
          {
            label: t('recovery.inDatabase'),
            value: t('recovery.count', { n: formatNumber(state.databaseSeq) }),
          },
          {
            label: t('recovery.expected'),
            value:
              sentinel && sentinel.lastSeq > lastSeq
                ? t('recovery.count', { n: formatNumber(sentinel.lastSeq) })
                : null,
          },
          { label: t('recovery.newest'), value: formatDateTime(sentinel?.writtenAt) },
          {
            label: t('recovery.records'),
            value: counts
              .map(
                ([table, count]) =>
                  `${translateKey(`start:table.${table}`, {}, table)} ${formatNumber(count)}`,
              )
              .join('，'),
          },
          {
            label: t('recovery.problems'),
            value: problems > 0 ? t('recovery.problemCount', { count: problems }) : null,
          },
        ]}
      />
    </SectionPanel>
  )
}
