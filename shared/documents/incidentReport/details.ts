import { type FieldSpec, INCIDENT_FIELDS } from '../../domain/incident/fields'
import type { DetailValue } from '../../domain/incident/types'
import { bandRow, gridRows, innerWidth, type Pair, type Row } from '../layout/grid'
import { ems } from '../runs'
import { BODY } from '../layout/measures'
import { when } from '../when'
import type { IncidentReportInput } from './input'
import { money } from './lists'

function textOf(field: FieldSpec, value: DetailValue | undefined, { words }: IncidentReportInput): string {
  if (value === undefined) return ''
  switch (field.type) {
    case 'yesNo':
      return value === true ? '是' : '否'
    case 'amount':
      return typeof value === 'number' ? `${money(value)} 元` : String(value)
    case 'time':
      return when(String(value))
    case 'choice':
      return words.option(field.id, String(value))
    default:
      return String(value)
  }
}

/** The own fields of the type, empty ones too: a hand can fill them. */
export function detailTexts(input: IncidentReportInput): { label: string; value: string }[] {
  const { report, details = {} } = input.incident
  if (!report) return []
  return INCIDENT_FIELDS[report.kind].map((field) => ({
    label: input.words.field(field.id),
    value: textOf(field, details[field.id], input),
  }))
}

/** Characters that a label has on one line. */
const LABEL_LINE = 5

/** A label of two lines broken in its middle: no single character on the second. */
function balanced(label: string): string {
  const chars = [...label]
  if (chars.length <= LABEL_LINE || chars.length > 2 * LABEL_LINE) return label
  const half = Math.ceil(chars.length / 2)
  return `${chars.slice(0, half).join('')}\n${chars.slice(half).join('')}`
}

/** Two short ones on a row, a long one on a row of its own. */
export function detailRows(input: IncidentReportInput): Row[] {
  const row = gridRows(input.sheet.coverage)
  const narrow = innerWidth(1, 1) / BODY
  const rows: Pair[][] = []
  for (const { label: name, value } of detailTexts(input)) {
    const label = balanced(name)
    const short = ems(value) <= narrow && !value.includes('\n')
    const [left, right] = rows.at(-1) ?? []
    if (short && left?.span === 1 && !right) rows.at(-1)?.push({ label, value, span: 3 })
    else rows.push([{ label, value, span: short ? 1 : 5 }])
  }
  const filled = rows.map((pairs) => {
    const [only] = pairs
    return pairs.length === 1 && only ? row([{ ...only, span: 5 }]) : row(pairs)
  })
  return filled.length === 0 ? [] : [bandRow('专项内容'), ...filled]
}
