import { missingOf } from '../../domain/shelfCount/count'
import type { ShelfCount, ShelfLine } from '../../domain/shelfCount/types'
import { type Block, PAGE, PAGES, type PrintDefinition } from '../definition'
import { type Printing, small } from '../layout/frame'
import { paragraphs } from '../layout/grid'
import { A4_WIDTH, MARGIN_SIDE, MM, TITLE } from '../layout/measures'
import { closingBlock } from '../layout/signatures'
import { rowsTable } from '../layout/table'
import { markedPages, markOf } from '../layout/underlay'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { runs } from '../runs'
import { when } from '../when'

export interface LostShelfInput {
  sheet: Printing
  count: ShelfCount
}

const TOP = 15 * MM
const BOTTOM = 14 * MM

/** What was found out about one line: 扫码 or 手工 and when, 已离库, 缺失; empty for the hand while the count goes on. */
function found({ tick, left }: ShelfLine, finished: boolean): string {
  if (tick) return `${tick.way === 'scan' ? '扫码' : '手工'} ${when(tick.at).slice(5)}`
  if (left) return '盘点期间已离库'
  return finished ? '缺失' : ''
}

/** The texts of one row. */
export function shelfRow(line: ShelfLine, index: number, finished: boolean): string[] {
  const { number, name, quantity, storedAt } = line
  return [String(index + 1), storedAt, number, name, String(quantity), found(line, finished)]
}

function sums(count: ShelfCount): string {
  const ticked = count.lines.filter(({ tick }) => tick).length
  const left = count.lines.filter((line) => line.left).length
  const missing = missingOf(count)
  const lacks = count.finishedAt ? `，缺失 ${missing.length} 件` : ''
  return `应存 ${count.lines.length} 件，已点 ${ticked} 件，期间离库 ${left} 件${lacks}。`
}

/** 《失物盘点表》 (KF-SW-04): what should be on the shelf at a moment, what was there, what is missing. */
export function lostShelfForm({ sheet, count }: LostShelfInput): PrintDefinition {
  const meta = forms.lostShelf
  const finished = count.finishedAt !== null
  const strays = count.strays.map(({ number, name }) => `${number} ${name}`).join('；')
  const said = (text: string): Block => ({
    ...paragraphs(text, sheet.coverage, A4_WIDTH),
    margin: [0, 3, 0, 3],
  })
  const closing = closingBlock(
    [
      said(sums(count)),
      ...(strays === '' ? [] : [said(`架上另有不应在库的物品：${strays}`)]),
      ...(count.words === '' ? [] : [said(`缺失说明：${count.words}`)]),
    ],
    [{ role: '盘点人' }, { role: '值班经理' }, { role: '客服主管' }],
  )
  return {
    title: `${meta.title} ${when(count.startedAt)}`,
    author: sheet.office.officeName,
    createdAt: sheet.printedAt,
    paper: meta.paper,
    margins: [MARGIN_SIDE, TOP, MARGIN_SIDE, BOTTOM],
    continuedHead: {
      ...small(`${meta.title}（续）　${when(count.startedAt)}`, sheet, { bold: true }),
      margin: [MARGIN_SIDE, TOP - 16, MARGIN_SIDE, 0],
    },
    foot: {
      columns: [
        small(`${sheet.office.officeName}　${meta.code}`, sheet, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, sheet, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, 6, MARGIN_SIDE, 0],
    },
    ...markedPages(markOf(false, sheet.office.demo), meta.paper),
    content: [
      {
        text: runs(`${sheet.office.estateName}　${sheet.office.officeName}`, sheet.coverage, 40),
        fontSize: 12,
        alignment: 'center',
      },
      { text: meta.title, bold: true, fontSize: TITLE, alignment: 'center', characterSpacing: 4 },
      said(
        `盘点时间：${when(count.startedAt)}${finished ? ` 至 ${when(count.finishedAt)}` : ''}　开始人：${count.startedBy}${
          finished ? `　完成人：${count.finishedBy}` : ''
        }`,
      ),
      rowsTable({
        columns: [
          ['序号', 26],
          ['存放位置', 88],
          ['编号', 104],
          ['物品名称', 0],
          ['数量', 26],
          ['盘点', 92],
        ],
        rows: count.lines.map((line, index) => shelfRow(line, index, finished)),
        coverage: sheet.coverage,
      }),
      closing,
    ],
  }
}

/** Characters of this list that no font has, by field. */
export function shelfMissing({ sheet, count }: LostShelfInput): MissingText[] {
  const texts = count.lines.flatMap(({ name, storedAt }) => [
    ['物品名称', name] as const,
    ['存放位置', storedAt] as const,
  ])
  return missingTexts([...texts, ['缺失说明', count.words]], sheet.coverage)
}
