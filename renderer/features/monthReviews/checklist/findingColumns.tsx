import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckLine, Finding } from '../../../../shared/domain/month/check'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { type Column, formatShort, useNow } from '../../../ui'
import { Standing } from './LineOption'
import { reasonFor } from './useReasons'
import { whyWord } from './words'

/** Number, when, what, why; a line that asks for reasons shows which records have one. A column with nothing is left out. */
export function useFindingColumns(line: CheckLine, reasons: readonly LineReason[]): Column<Finding>[] {
  const { t } = useTranslation('checklist')
  const year = instantFromMs(useNow()).slice(0, 4)
  return useMemo(() => {
    const { findings, key, weight } = line
    const when = (at: string | null) => formatShort(at, `${year}-06-01T00:00:00.000Z`)
    const columns: (Column<Finding> & { shown: boolean })[] = [
      {
        key: 'number',
        header: t('column.number'),
        width: '136px',
        shown: true,
        render: ({ number }) => number,
      },
      {
        key: 'at',
        header: t('column.at'),
        width: 'minmax(84px, max-content)',
        shown: findings.some(({ at }) => at !== null),
        render: ({ at }) => when(at),
      },
      {
        key: 'about',
        header: t('column.about'),
        width: 'minmax(96px, 3fr)',
        shown: findings.some(({ about }) => about !== ''),
        render: ({ about }) => about,
      },
      {
        key: 'why',
        header: t('column.why'),
        width: 'minmax(96px, 2fr)',
        shown: findings.some(({ why }) => why !== null),
        render: (finding) => whyWord(finding),
      },
      {
        key: 'reason',
        header: t('column.reason'),
        width: '88px',
        shown: weight === 'mend',
        render: ({ id, reason }) => (
          <Standing open={reason === '' && !reasonFor(reasons, key, id) && !reasonFor(reasons, key, '')} />
        ),
      },
    ]
    return columns.filter(({ shown }) => shown)
  }, [t, line, reasons, year])
}
