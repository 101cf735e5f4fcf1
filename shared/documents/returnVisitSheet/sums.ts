import type { Satisfaction } from '../../domain/returnVisit/types'
import type { TableBlock } from '../definition'
import { DENSE_PAD_X, RULE } from '../layout/measures'
import { LIST_WIDTH } from '../layout/list'
import { type ReturnVisitRow, SATISFACTION_WORDS } from './input'

/** What the letters mean (domain 8). */
export const NOTE = '注：用户满意度 A 满意　B 较满意　C 不满意'

/** How many return visits, and how many of each satisfaction; what is void is not counted. */
export function sheetSums(rows: readonly ReturnVisitRow[]): string {
  const said = rows.flatMap(({ record }) => (record.entry && !record.void ? [record.entry.satisfaction] : []))
  const counts = (Object.keys(SATISFACTION_WORDS) as Satisfaction[]).map(
    (letter) => `${letter} ${SATISFACTION_WORDS[letter]} ${said.filter((one) => one === letter).length} 次`,
  )
  return `合计：回访 ${said.length} 次，其中 ${counts.join('、')}`
}

const SIGNATURE = 200

/** The note and the sums beside the signature of 回访人员, kept together. */
export function sumsTable(rows: readonly ReturnVisitRow[] | null): TableBlock {
  const rest = LIST_WIDTH - SIGNATURE - 4 * DENSE_PAD_X - 3 * RULE
  const sums = rows?.some(({ record }) => record.entry)
    ? sheetSums(rows)
    : '合计：回访　　　次，其中 A　　　次、B　　　次、C　　　次'
  return {
    table: {
      widths: [rest, SIGNATURE],
      body: [
        [
          { stack: [{ text: NOTE, bold: true }, { text: sums }] },
          {
            stack: [
              { text: '回访人员签名：', bold: true, noWrap: true },
              {
                text: '日期：　　　　年　　月　　日',
                alignment: 'right',
                margin: [0, 36, 0, 0],
                noWrap: true,
              },
            ],
          },
        ],
      ],
      dontBreakRows: true,
    },
    layout: 'dense',
    margin: [0, -RULE, 0, 0],
    unbreakable: true,
  }
}
