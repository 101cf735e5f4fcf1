import { COMPLAINT_STATES } from '../../domain/complaint/types'
import { STATE_WORDS } from '../complaintVisit/labels'
import type { TableBlock } from '../definition'
import { DENSE_PAD_X, RULE } from '../layout/measures'
import { LIST_WIDTH } from '../layout/list'
import type { ComplaintOnLedger } from './input'

/** 件数, and how many are in which state: `['合计 12 件', '受理 2、关闭 10']`. */
export function ledgerSums(rows: readonly Pick<ComplaintOnLedger, 'state'>[]): [string, string] {
  const counted = COMPLAINT_STATES.map((state) => ({
    word: STATE_WORDS[state],
    count: rows.filter((row) => row.state === state).length,
  }))
  const parts = counted.filter(({ count }) => count > 0).map(({ word, count }) => `${word} ${count} 件`)
  return [`合计：${rows.length} 件`, parts.length === 0 ? '本期没有登记投诉。' : `其中：${parts.join('、')}`]
}

const SIGNATURE = 200

/** Sums beside the supervisor's signature, kept together. */
export function sumsTable(rows: readonly Pick<ComplaintOnLedger, 'state'>[] | null): TableBlock {
  const [total, states] = rows ? ledgerSums(rows) : ['合计：　　　件', '其中：']
  const rest = LIST_WIDTH - SIGNATURE - 4 * DENSE_PAD_X - 3 * RULE
  return {
    table: {
      widths: [rest, SIGNATURE],
      body: [
        [
          {
            stack: [{ text: total, bold: true }, { text: states }],
          },
          {
            stack: [
              { text: '客服主管签名：', bold: true, noWrap: true },
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
