import type { ReturnVisitEntry } from '../../domain/returnVisit/types'
import type { ReturnVisitRow, ReturnVisitSheetInput } from '../returnVisitSheet/input'
import type { Coverage } from '../runs'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

const ENTRY: ReturnVisitEntry = {
  person: { personId: null, unitId: 'u1', name: '张建国', phone: '13800138000', unitCode: '5-2-301' },
  source: { kind: 'complaint', recordId: 'c1', number: '客服-TS-2026-0042' },
  visitedAt: '2026-11-07T02:00:00.000Z',
  way: 'phone',
  content: '卫生间漏水已修好，吊顶已更换，业主验收。',
  satisfaction: 'A',
  visitedBy: '李晓梅',
}

function numberOf(index: number): string {
  return `客服-HF-2026-${String(index + 1).padStart(4, '0')}`
}

function rowOf(index: number, entry: ReturnVisitEntry | null, version = 1): ReturnVisitRow {
  return { record: { number: numberOf(index), entry, void: null }, version }
}

function sheetOf(coverage: Coverage, rows: ReturnVisitSheetInput['rows']): ReturnVisitSheetInput {
  return { sheet: sampleSheet(coverage), period: '2026年11月', filter: '', rows }
}

/** One return visit, as printed from its own record. */
export function shortReturnVisits(coverage: Coverage): ReturnVisitSheetInput {
  return sheetOf(coverage, [rowOf(0, ENTRY)])
}

const KINDS: Partial<ReturnVisitEntry>[] = [
  {},
  {
    source: { kind: 'free', recordId: null, number: '' },
    content: '季度回访：保洁满意，希望增加快递柜。回电138 0013 8000。',
    satisfaction: 'B',
    way: 'doorstep',
  },
  {
    source: { kind: 'repair', recordId: null, number: '客服-WX-2026-0118' },
    content: '水龙头更换后仍滴水，已约次日返修。',
    satisfaction: 'C',
  },
  {
    source: { kind: 'suggestion', recordId: 'v1', number: '客服-FW-2026-0031' },
    content: '车库B区照明已增加，业主表示晚上看得清车位线了。',
  },
]

/** A month of a middle-sized estate, with a void one and two that wait for the hand. */
export function typicalReturnVisits(coverage: Coverage): ReturnVisitSheetInput {
  const rows = Array.from({ length: 16 }, (_, index) => {
    const unitCode = `5-2-${3 + index}01`
    const entry = { ...ENTRY, ...KINDS[index % KINDS.length], person: { ...ENTRY.person, unitCode } }
    return rowOf(index, index < 14 ? entry : null, 1 + (index % 3))
  })
  const [first, second, ...others] = rows
  if (!first || !second) throw new Error('the sample has rows')
  const gone = { reason: '重复登记', at: '2026-11-08T01:00:00.000Z', by: '王海涛' }
  return sheetOf(coverage, [first, { ...second, record: { ...second.record, void: gone } }, ...others])
}

/** Rows of half a page and one of more than a page, names of rare characters, a filter of many words. */
export function longestReturnVisits(coverage: Coverage): ReturnVisitSheetInput {
  const name = '古丽娜尔·阿不都热合曼·买买提明（䶮㛃𠅤堃喆犇頔）'
  const rows = [40, 400, 3000, 200, 650].map((length, index) =>
    rowOf(
      12_340 + index,
      {
        ...ENTRY,
        person: { ...ENTRY.person, name, unitCode: '翠湖花园二期商铺-A-1-102A' },
        way: 'message',
        content: longText(length),
        visitedBy: '欧阳𠮷娜',
      },
      12,
    ),
  )
  const filter =
    '筛选：满意度 C 不满意；来源 投诉、报修、建议；回访人员 古丽娜尔·阿不都热合曼；季度回访 2026年第4季度'
  return { ...sheetOf(coverage, rows), period: '2026年1月1日至2026年12月31日', filter }
}

/** Rows with reserved numbers, for the hand. */
export function reservedReturnVisits(coverage: Coverage): ReturnVisitSheetInput {
  return {
    ...sheetOf(
      coverage,
      Array.from({ length: 7 }, (_, index) => rowOf(index, null)),
    ),
    period: '',
  }
}

/** Ruled rows without numbers. */
export function blankReturnVisits(coverage: Coverage): ReturnVisitSheetInput {
  return { ...sheetOf(coverage, null), period: '　　　　年　　月' }
}
