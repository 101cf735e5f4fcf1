import type { ComplaintLedgerInput, ComplaintOnLedger } from '../complaintLedger/input'
import type { ComplaintVisitInput } from '../complaintVisit/input'
import type { Coverage } from '../runs'
import { sampleSheet, shortSample, typicalSample, voidedSample } from './complaints'
import { longestSample } from './longestComplaint'

type State = ComplaintOnLedger['state']

function rowOf({ complaint }: ComplaintVisitInput, number: string, state: State): ComplaintOnLedger {
  const { intake, judgement = null, handling = null, suspension = null, returnVisits = [] } = complaint
  if (!intake) throw new Error('a row of the ledger was taken in')
  return {
    number,
    state,
    // Nothing is written on a blank sheet yet.
    intake: state === 'reserved' ? { ...intake, content: '' } : intake,
    judgement,
    handling,
    suspension,
    returnVisits,
    unreachable: complaint.unreachable ?? null,
    links: complaint.links ?? [],
    void: complaint.void ?? null,
  }
}

function numberOf(index: number): string {
  return `客服-TS-2026-${String(index + 1).padStart(4, '0')}`
}

function ledgerOf(coverage: Coverage, rows: ComplaintLedgerInput['rows']): ComplaintLedgerInput {
  return { sheet: sampleSheet(coverage), period: '2026年11月', filter: '', rows }
}

/** One 匿名 complaint, just taken in. */
export function shortLedger(coverage: Coverage): ComplaintLedgerInput {
  return ledgerOf(coverage, [rowOf(shortSample(coverage), numberOf(0), 'accepted')])
}

/** A month of a middle-sized estate, over three pages. */
export function typicalLedger(coverage: Coverage): ComplaintLedgerInput {
  const kinds = [
    [typicalSample, 'closed'],
    [shortSample, 'accepted'],
    [typicalSample, 'handled'],
    [typicalSample, 'visited'],
    [voidedSample, 'void'],
    [shortSample, 'reserved'],
  ] as const
  const rows = Array.from({ length: 30 }, (_, index) => {
    const [make, state] = kinds[index % kinds.length] ?? kinds[0]
    return rowOf(make(coverage), numberOf(index), state)
  })
  return ledgerOf(coverage, rows)
}

/** Every text too long for its cell, a filter of many words. */
export function longestLedger(coverage: Coverage): ComplaintLedgerInput {
  const rows = Array.from({ length: 12 }, (_, index) =>
    rowOf(
      longestSample(coverage),
      `客服-TS-2026-B123${40 + index}`,
      index % 2 === 0 ? 'suspended' : 'closed',
    ),
  )
  const filter =
    '筛选：状态 挂起、关闭；原因类别 公共安全与车场、环境卫生与绿化、管理费用；程度 重大；超期；投诉人 古丽娜尔·阿不都热合曼；责任部门 工程部维修班'
  return { ...ledgerOf(coverage, rows), period: '2026年1月1日至2026年12月31日', filter }
}

/** Ruled rows for the hand. */
export function blankLedger(coverage: Coverage): ComplaintLedgerInput {
  return { ...ledgerOf(coverage, null), period: '　　　　年　　月' }
}
