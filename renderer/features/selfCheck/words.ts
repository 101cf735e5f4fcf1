import type { TFunction } from 'i18next'
import type { Finding } from '../../data'
import { formatDateTime, translateKey } from '../../ui'

type T = TFunction<'selfCheck'>

/** What was found, with what to do, in one sentence. */
export function wordsOf(finding: Finding, t: T): string {
  switch (finding.kind) {
    case 'numbers': {
      const low = finding.highest > finding.last
      return t(low ? 'what.numbersLow' : 'what.numbersMissing', {
        ...finding,
        series: seriesName(finding.series),
      })
    }
    case 'counter':
      return t('what.counter', { ...finding, table: translateKey(`start:table.${finding.table}`) })
    case 'draftsOfGone':
      return t('what.draftsOfGone', { count: finding.ids.length })
    case 'draftsBehind':
      return t('what.draftsBehind', { count: finding.count })
    case 'waitingLines':
      return t('what.waitingLines', { count: finding.count })
    case 'journal':
      return t('what.journal', { ...finding, problem: problemWords(finding.problem, t) })
    case 'rows':
      return t('what.rows', {
        count: finding.count,
        table: translateKey(`start:table.${finding.table}`, {}, finding.table),
        names: finding.names.join('、'),
      })
    case 'details':
      return t('what.details', {
        count: finding.count,
        from: formatDateTime(finding.from),
        to: formatDateTime(finding.to),
      })
    case 'files':
      return t('what.files', { ...finding, numbers: finding.numbers.slice(0, 5).join('、') })
  }
}

/** `TS-2026`, as numbers are written, with the machine's letter. */
function seriesName(series: string): string {
  const [register, year, letter] = series.split('|')
  return [register, year, letter].filter(Boolean).join('-')
}

function problemWords(key: string, t: T): string {
  switch (key) {
    case 'journal.damagedLine':
      return t('problem.damagedLine')
    case 'journal.gap':
      return t('problem.gap')
    case 'journal.fork':
      return t('problem.fork')
    case 'sentinel.damaged':
      return t('problem.sentinel')
    default:
      return t('problem.other')
  }
}
