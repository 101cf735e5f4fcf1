import type { Answer, ReturnVisit } from '../../domain/complaint/types'
import type { Block, Cell, TableBlock } from '../definition'
import {
  bandRow,
  grid,
  gridRows,
  isLong,
  LINE_ROW,
  labelCell,
  type Pair,
  paragraphs,
  type Row,
} from '../layout/grid'
import { A4_WIDTH, PAD_X, RULE } from '../layout/measures'
import { type ComplaintVisitInput, options, when } from './input'
import { OUTCOME_WORDS, WAY_WORDS } from './labels'

/** 答复: each answer given, or room for one. */
export function answerRows(input: ComplaintVisitInput): Row[] {
  const row = gridRows(input.sheet.coverage)
  const answers: (Answer | undefined)[] = input.complaint.answers?.length
    ? input.complaint.answers
    : [undefined]
  return [
    bandRow('四、答复'),
    ...answers.flatMap((answer) => [
      row([{ label: '答复时间', value: when(answer?.answeredAt) }, ...givers(answer)]),
      row([{ label: '答复方式', value: options(WAY_WORDS, answer?.way, 1, 5), span: 5 }]),
      row([{ label: '答复内容', value: answer?.content ?? '', span: 5 }], 30),
    ]),
  ]
}

/** Who answered, and whom, where the answer was not for everybody. */
function givers(answer: Answer | undefined): Pair[] {
  const { answeredBy = '', person = '' } = answer ?? {}
  if (person === '') return [{ label: '答复人', value: answeredBy, span: 3 }]
  return [
    { label: '答复人', value: answeredBy },
    { label: '答复对象', value: person },
  ]
}

const VISIT_COLUMNS = 5
const LEAST_VISITS = 2

const visitWidths = (() => {
  const inner = A4_WIDTH - VISIT_COLUMNS * 2 * PAD_X - (VISIT_COLUMNS + 1) * RULE
  const fixed = [94, 58, 56, 52]
  return [...fixed, inner - fixed.reduce((sum, width) => sum + width, 0)]
})()

/** The person's words, after the name where there are several people: the table has no column to spare for it. */
export function visitWords({ person, words }: ReturnVisit): string {
  return (person === '' ? '' : `（${person}）`) + words
}

function visitCells(visit: ReturnVisit | undefined, input: ComplaintVisitInput): Cell[] {
  const texts = [
    when(visit?.visitedAt),
    visit ? WAY_WORDS[visit.way] : '',
    visit?.visitedBy ?? '',
    visit ? OUTCOME_WORDS[visit.outcome] : '',
    visit ? visitWords(visit) : '',
  ]
  return texts.map((text, index) => paragraphs(text, input.sheet.coverage, visitWidths[index] ?? 0))
}

/** 回访: one row an attempt under a head that is repeated, with empty rows for the hand. */
export function returnVisitTable(input: ComplaintVisitInput): TableBlock {
  const visits = input.complaint.returnVisits ?? []
  const rows: (ReturnVisit | undefined)[] = [...visits]
  while (rows.length < LEAST_VISITS) rows.push(undefined)
  const head: Cell[][] = [
    [
      { text: '五、回访', bold: true, colSpan: VISIT_COLUMNS, characterSpacing: 1 },
      ...Array.from({ length: VISIT_COLUMNS - 1 }, () => ({})),
    ],
    ['回访时间', '方式', '回访人', '结果', '投诉人的话'].map((label) => labelCell(label)),
  ]
  return {
    table: {
      widths: visitWidths,
      body: [...head, ...rows.map((visit) => visitCells(visit, input))],
      heights: [15, LINE_ROW, ...rows.map(() => 20)],
      headerRows: head.length,
      keepWithHeaderRows: 1,
      dontBreakRows: !visits.some((visit) => isLong(visitWords(visit), visitWidths.at(-1) ?? 0)),
    },
    layout: 'boxed',
    margin: [0, -RULE, 0, 0],
  }
}

/** 无法回访: that nobody was reached, confirmed by the supervisor; nothing where it was not so. */
export function unreachableRows(input: ComplaintVisitInput): Block[] {
  const { unreachable } = input.complaint
  if (!unreachable) return []
  const row = gridRows(input.sheet.coverage)
  const rows = [
    row([{ label: '无法回访', value: unreachable.reason, span: 5 }]),
    row([
      { label: '确认人', value: unreachable.by },
      { label: '确认时间', value: when(unreachable.at), span: 3 },
    ]),
  ]
  return [grid(rows)]
}
