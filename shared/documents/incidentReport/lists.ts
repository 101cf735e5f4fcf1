import { CHECKLISTS } from '../../domain/incident/checklists'
import { sumOf } from '../../domain/incident/money'
import type { CheckMark, Compensation, Party, TimelineEntry } from '../../domain/incident/types'
import { amountText } from '../../util/amount'
import { formatPhone } from '../../util/contact'
import type { Block } from '../definition'
import { type Column, rowsTable } from '../layout/table'
import type { Coverage } from '../runs'
import { when } from '../when'
import type { IncidentOnPaper, IncidentReportInput } from './input'
import { CHECK_WORDS, COMPENSATION_WORDS, PARTY_ROLE_WORDS, SERVICE_WORDS } from './labels'

/** A list of an incident as it stands on paper: its name, its columns and the texts of its rows. */
export interface PaperList {
  title: string
  columns: readonly Column[]
  rows: string[][]
  /** Empty rows on a blank form. */
  blank: number
}

const TIME = 94

/** `1,280.50`, '' while unknown. */
export function money(amount: number | null): string {
  return amount === null ? '' : amountText(amount)
}

/** 当事人. The part that leaves the office has no column for phones and notes. */
export function partyList(parties: readonly Party[], leaves: boolean): PaperList {
  const rows = parties.map(({ role, person, note }) => {
    const named = [PARTY_ROLE_WORDS[role], person.name, person.unitCode]
    return leaves ? named : [...named, formatPhone(person.phone), note]
  })
  const columns: Column[] = leaves
    ? [
        ['身份', 70],
        ['姓名', 0],
        ['房号', 140],
      ]
    : [
        ['身份', 52],
        ['姓名', 100],
        ['房号', 66],
        ['电话', 92],
        ['说明', 0],
      ]
  return { title: '当事人', columns, rows, blank: 3 }
}

function entryText({ text, struck }: TimelineEntry): string {
  return struck ? `${text}（划去：${struck.reason}；${struck.by} ${when(struck.at)}）` : text
}

function timelineList({ timeline = [] }: IncidentOnPaper): PaperList {
  return {
    title: '时间线',
    columns: [
      ['时间', TIME],
      ['记录', 0],
      ['记录人', 60],
    ],
    rows: timeline.map((entry) => [when(entry.at), entryText(entry), entry.by]),
    blank: 6,
  }
}

/** Each step of the type's checklist, done or not yet; marks of another type's steps are not lost. */
function checkList({ incident: { report, checks = [] }, words }: IncidentReportInput): PaperList {
  const steps = report ? CHECKLISTS[report.kind] : []
  const marked = new Map(checks.map((mark) => [mark.stepId, mark]))
  const others = checks.map(({ stepId }) => stepId).filter((id) => !steps.includes(id))
  const rowOf = (id: string): string[] => {
    const mark: CheckMark | undefined = marked.get(id)
    const said = mark ? [CHECK_WORDS[mark.outcome], when(mark.at), mark.by, mark.reason] : ['', '', '', '']
    return [words.step(id), ...said]
  }
  return {
    title: '处置清单',
    columns: [
      ['步骤', 0],
      ['结果', 46],
      ['时间', TIME],
      ['经手人', 56],
      ['不适用的原因', 96],
    ],
    rows: [...steps, ...others].map(rowOf),
    blank: 4,
  }
}

function noticeLists({ notifications = [], calls = [] }: IncidentOnPaper): PaperList[] {
  return [
    {
      title: '通知',
      columns: [
        ['通知了谁', 86],
        ['通知时间', TIME],
        ['通知人', 60],
        ['内容', 0],
      ],
      rows: notifications.map(({ told, toldAt, toldBy, words }) => [told, when(toldAt), toldBy, words]),
      blank: 3,
    },
    {
      title: '报警/急救',
      columns: [
        ['求助对象', 62],
        ['报警时间', TIME],
        ['报警人', 60],
        ['到场时间', TIME],
        ['回执号', 0],
      ],
      rows: calls.map(({ service, calledAt, calledBy, arrivedAt, receipt }) => [
        SERVICE_WORDS[service],
        when(calledAt),
        calledBy,
        when(arrivedAt),
        receipt,
      ]),
      blank: 2,
    },
  ]
}

function compensationRow(one: Compensation): string[] {
  const { amount, paidBy, agreedBy, outcome, settledAt, note } = one
  return [money(amount), paidBy, agreedBy, COMPENSATION_WORDS[outcome], when(settledAt), note]
}

function moneyLists({ losses = [], compensations = [] }: IncidentOnPaper): PaperList[] {
  const total = ['合计（已知金额）', money(sumOf(losses)), '']
  return [
    {
      title: '财产损失',
      columns: [
        ['物品', 0],
        ['金额（元）', 90],
        ['物主', 140],
      ],
      rows: [
        ...losses.map(({ item, amount, owner }) => [item, money(amount), owner]),
        ...(losses.length > 0 ? [total] : []),
      ],
      blank: 3,
    },
    {
      title: '赔偿',
      columns: [
        ['金额（元）', 66],
        ['赔偿方', 76],
        ['同意人', 66],
        ['进展', 42],
        ['签署或异议时间', TIME],
        ['说明', 0],
      ],
      rows: compensations.map(compensationRow),
      blank: 2,
    },
  ]
}

function witnessList({ witnesses = [] }: IncidentOnPaper, leaves: boolean): PaperList {
  return {
    title: '证人',
    columns: [['姓名', 80], ['房号', 66], ...(leaves ? [] : [['电话', 92] as const]), ['证言', 0]],
    rows: witnesses.map(({ person, statement }) => [
      person.name,
      person.unitCode,
      ...(leaves ? [] : [formatPhone(person.phone)]),
      statement,
    ]),
    blank: 2,
  }
}

/** 补充 after approval, each with its number. */
export function supplementList({ supplements = [] }: Pick<IncidentOnPaper, 'supplements'>): PaperList {
  return {
    title: '补充',
    columns: [
      ['序号', 44],
      ['内容', 0],
      ['时间', TIME],
      ['登记人', 60],
    ],
    rows: supplements.map(({ seq, text, at, by }) => [`补充${seq}`, text, when(at), by]),
    blank: 0,
  }
}

/** The lists of the report, in the order of the sheet, by the part of it in which they stand. */
export function incidentLists(
  input: IncidentReportInput,
  leaves: boolean,
): { people: PaperList; course: PaperList[]; told: PaperList[]; money: PaperList[]; after: PaperList[] } {
  const { incident } = input
  return {
    people: partyList(incident.parties ?? [], leaves),
    course: [timelineList(incident), checkList(input)],
    told: noticeLists(incident),
    money: moneyLists(incident),
    after: [witnessList(incident, leaves), supplementList(incident)],
  }
}

/** How empty lists look: room for the hand on a blank form, 无 once it was submitted, one row for the hand before. */
export type Emptiness = 'blank' | 'open' | 'final'

/** A list as a table; nothing for one that is empty and has no room on this sheet. */
export function listTable(list: PaperList, empty: Emptiness, coverage: Coverage): Block[] {
  const { title, columns, rows, blank } = list
  if (rows.length > 0) return [rowsTable({ band: title, columns, rows, coverage })]
  if (blank === 0) return []
  if (empty === 'final') {
    const none = columns.map((_, index) => (index === 0 ? '无' : ''))
    return [rowsTable({ band: title, columns, rows: [none], coverage })]
  }
  return [rowsTable({ band: title, columns, rows: [], blank: empty === 'blank' ? blank : 1, coverage })]
}
