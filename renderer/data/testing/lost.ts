import type { LostItemIntake } from '../../../shared/domain/lostItem/types'
import type { LostReportIntake } from '../../../shared/domain/lostReport/types'

/** A made-up found item, handed in at the moment at which the test office opens. */
export function lostItemOf(changes: Partial<LostItemIntake> = {}): LostItemIntake {
  return {
    name: '黑色皮钱包',
    category: 'walletCash',
    quantity: 1,
    features: '拉链头缺一角',
    estimate: { fen: 26_000, band: 'over100' },
    foundAt: null,
    foundPlace: '3号楼电梯厅',
    finder: { name: '孙二娘', role: '保洁部', phone: '13812345678' },
    handedInAt: '2026-03-02T01:00:00.000Z',
    receivedBy: '',
    countedBy: '石秀',
    storedAt: 'A 柜 2 层',
    clues: '',
    remarks: '',
    ...changes,
  }
}

/** A made-up report of the same wallet. */
export function lostReportOf(changes: Partial<LostReportIntake> = {}): LostReportIntake {
  return {
    registeredAt: '2026-03-02T01:00:00.000Z',
    owner: { personId: null, unitId: null, name: '宋江', phone: '13900001111', unitCode: '3-1-802' },
    item: '皮钱包',
    category: 'walletCash',
    features: '黑色, 拉链头缺角',
    lostFrom: '2026-03-01T12:00:00.000Z',
    lostUntil: '2026-03-02T00:30:00.000Z',
    places: '3号楼大堂或电梯',
    remarks: '',
    ...changes,
  }
}
