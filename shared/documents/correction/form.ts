import type { CorrectionView } from '../../domain/correction/types'
import type { Block, PrintDefinition } from '../definition'
import { a4Form } from '../layout/frame'
import { grid, gridRows, innerWidth, isLong, oneLine, type Row } from '../layout/grid'
import { closingBlock } from '../layout/signatures'
import { rowsTable } from '../layout/table'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { when } from '../when'
import type { ChangeOnPaper, CorrectionInput } from './input'

const VOIDS = '整条记录作废，编号保留'
const NOTHING = '（空）'
/** Lines of a row that still stands on half a sheet. */
const MOST_LINES = 12
const FIELD = 104
const SAID = 190
/** Height of a row of one line, points. */
const LOW_ROW = 13

/** 同意（2026-11-03 09:30）：属实 */
function viewText(view: CorrectionView | null): string {
  if (!view) return ''
  const said = `${view.agreed ? '同意' : '不同意'}（${view.by}，${when(view.at)}）`
  return view.words ? `${said}：${view.words}` : said
}

/**
 * Half a sheet has little room: rows are as high as their text, but for what a hand may still fill in. `rows`: of
 * `gridRows` with their height.
 */
function low(rows: Row[]): Row[] {
  return rows.map((row) => ({ ...row, height: Math.min(row.height, LOW_ROW) }))
}

/** Which record of which month, who asks, and when. */
function headRows({ sheet, correction, month }: CorrectionInput): Row[] {
  const { coverage } = sheet
  const asked = `${correction.requestedBy} ${when(correction.createdAt)}`
  const place = `${correction.target.number}　所属月份：${month}`
  return low([
    gridRows(coverage)([
      { label: '原记录', value: place, span: 3 },
      { label: '申请人', value: oneLine(asked, coverage, innerWidth(5, 1)), text: asked },
    ]),
  ])
}

function labelOf({ part, label }: ChangeOnPaper): string {
  return part ? `${label}（${part}）` : label
}

function changesTable({ sheet, correction, changes }: CorrectionInput): Block {
  const row = gridRows(sheet.coverage)
  if (correction.voids) return grid(low([row([{ label: '更正事项', value: VOIDS, span: 5 }])]))
  return rowsTable({
    columns: [
      ['栏目', FIELD],
      ['原来的内容', SAID],
      ['更正后的内容', 0],
    ],
    rows: changes.map((change) => [labelOf(change), change.before || NOTHING, change.after || NOTHING]),
    coverage: sheet.coverage,
    most: MOST_LINES,
    height: LOW_ROW,
    high: true,
  })
}

/** Lines of a 意见 that still stands with the signatures. */
const SHORT = 3

/** Why, and what both say to it: the last two lines stay with the signatures. */
function closing({ sheet, correction }: CorrectionInput): Block[] {
  const row = gridRows(sheet.coverage)
  const { reason, verification, approval, target } = correction
  const [said, decided] = [viewText(verification), viewText(approval)]
  const reasonRow = row([{ label: '更正原因', value: reason, span: 5 }])
  const views = [
    row([{ label: '主管意见', value: said, span: 5 }]),
    row([{ label: '主任意见', value: decided, span: 5 }]),
  ]
  const signers = [{ role: '申请人' }, { role: '客服主管' }, { role: '主任' }]
  const short = [said, decided].every((text) => !isLong(text, innerWidth(1, 5), SHORT))
  if (short) {
    return [grid(low([reasonRow])), closingBlock([grid(low(views))], signers, sheet.drawn)]
  }
  // What is said runs over by itself; whose record it is stays with the signatures.
  const foot = [
    row([{ label: '原记录', value: target.number, span: 5 }]),
    row([{ label: '更正时间', value: when(correction.appliedAt), span: 5 }]),
  ]
  return [grid(low([reasonRow, ...views])), closingBlock([grid(low(foot))], signers, sheet.drawn)]
}

/** 《更正单》 (KF-BG-01) on A5 landscape: what a record of a locked month said and says instead (domain 12). */
export function correctionForm(input: CorrectionInput): PrintDefinition {
  const content = [grid(headRows(input)), changesTable(input), ...closing(input)]
  // As wide as upright A4, and half as high.
  return a4Form(forms.correction, input.sheet, content, input.correction.void)
}

/** Every text that 《更正单》 shows, with its label on the form. */
export function correctionTexts({ sheet, correction, changes, month }: CorrectionInput): [string, string][] {
  const { estateName, officeName } = sheet.office
  return [
    ['小区', estateName],
    ['管理处', officeName],
    ['打印人', sheet.printedBy],
    ['原记录', correction.target.number],
    ['所属月份', month],
    ['申请人', correction.requestedBy],
    ...changes.flatMap(({ label, before, after }): [string, string][] => [
      ['栏目', label],
      ['原来的内容', before],
      ['更正后的内容', after],
    ]),
    ['更正原因', correction.reason],
    ['主管意见', correction.verification?.words ?? ''],
    ['主任意见', correction.approval?.words ?? ''],
  ]
}

/** Characters of this sheet that no font has, by field: to be said before it is printed. */
export function correctionMissing(input: CorrectionInput): MissingText[] {
  return missingTexts(correctionTexts(input), input.sheet.coverage)
}
