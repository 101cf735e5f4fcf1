import type { LostItemIntake } from '../../domain/lostItem/types'
import type { ShelfCount } from '../../domain/shelfCount/types'
import type { ItemOnLabel } from '../lostLabel/form'
import type { ItemOnNotice } from '../lostNotice/form'
import type { ItemOnForm, LostClaimInput } from '../lostClaim/input'
import type { Coverage } from '../runs'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

const NUMBER = '客服-SW-2026-0001'

function intakeOf(change: Partial<LostItemIntake> = {}): LostItemIntake {
  return {
    name: '黑色皮钱包',
    category: 'walletCash',
    quantity: 1,
    features: '对折钱包，拉链头缺一角，内有手写便条一张、现金 260 元、会员卡一张。',
    estimate: { fen: 26_000, band: 'over100' },
    foundAt: '2026-11-20T23:20:00.000Z',
    foundPlace: '3号楼2单元电梯厅',
    finder: { name: '孙二娘', role: '保洁部', phone: '13812345678' },
    handedInAt: '2026-11-21T01:00:00.000Z',
    receivedBy: '李晓梅',
    countedBy: '石秀',
    storedAt: 'A 柜 2 层 05 格',
    clues: '',
    remarks: '',
    ...change,
  }
}

/** Just handed in by somebody who could not say when it was found; only the band is known. */
export function shortLost(coverage: Coverage): LostClaimInput {
  const intake = intakeOf({
    name: '雨伞',
    category: 'glassesUmbrella',
    features: '',
    estimate: { fen: null, band: 'upTo100' },
    foundAt: null,
    foundPlace: '南门',
    finder: { name: '访客', role: '', phone: '' },
    countedBy: '',
    storedAt: 'B 柜',
  })
  return { sheet: sampleSheet(coverage, NUMBER), item: { intake } }
}

const CLAIMED: Pick<ItemOnForm, 'claims'> = {
  claims: [
    {
      id: 'c1',
      name: '宋江',
      phone: '13900001111',
      relation: 'self',
      statedFeatures: '黑色对折皮钱包，拉链头缺了一角，里面有我写的买菜单子。',
      statedAt: '2026-11-21T03:00:00.000Z',
      notedBy: '李晓梅',
      check: {
        shownAt: '2026-11-21T03:05:00.000Z',
        outcome: 'matches',
        words: '便条笔迹一致',
        checkedBy: '李晓梅',
      },
      idLast4: '123X',
      claimedAt: '2026-11-21T03:10:00.000Z',
      handledBy: '李晓梅',
      authorizationIds: [],
    },
  ],
}

/** Claimed by its owner on the day on which it was handed in. */
export function typicalLost(coverage: Coverage): LostClaimInput {
  return { sheet: sampleSheet(coverage, NUMBER, 2), item: { intake: intakeOf(), ...CLAIMED } }
}

/** Expired and handed over as the director decided. */
export function handedOverLost(coverage: Coverage): LostClaimInput {
  return {
    sheet: sampleSheet(coverage, NUMBER, 3),
    item: {
      intake: intakeOf({ category: 'document', name: '身份证' }),
      decisions: [
        {
          outcome: 'handOver',
          opinion: '保管期满无人认领，移交公安机关。',
          keepUntil: null,
          earlyReason: '',
          decidedAt: '2026-11-21T04:00:00.000Z',
          decidedBy: '陈主任',
        },
      ],
      handOver: {
        target: 'police',
        office: '城南派出所',
        takenBy: '民警丙',
        receipt: '2026-117',
        at: '2026-11-21T06:00:00.000Z',
        handledBy: '李晓梅',
        words: '',
      },
    },
  }
}

export function voidedLost(coverage: Coverage): LostClaimInput {
  const given = typicalLost(coverage)
  const voided = { reason: '与 0002 号重复登记', at: '2026-11-21T07:00:00.000Z', by: '周主管' }
  return { ...given, item: { intake: intakeOf(), void: voided } }
}

/** Every text too long for its place. */
export function longestLost(coverage: Coverage): LostClaimInput {
  const [claim] = CLAIMED.claims ?? []
  if (!claim) throw new Error('the sample is claimed')
  const stated = {
    ...claim,
    relation: 'agent' as const,
    name: '古丽娜尔·阿不都热合曼',
    statedFeatures: longText(1500),
  }
  return {
    sheet: sampleSheet(coverage, '客服-SW-2026-B12345', 12),
    item: {
      intake: intakeOf({
        name: '深蓝色带轮二十四寸旅行箱（内有衣物、书籍、儿童玩具若干，锁扣完好）',
        category: 'bags',
        quantity: 12,
        features: longText(3000),
        estimate: { fen: 123_456_789, band: 'over100' },
        foundPlace: '地下二层车库 B 区 128 号车位与消防通道之间的立柱旁',
        finder: {
          name: '古丽娜尔·阿不都热合曼',
          role: '工程部设备维修班夜班值班员',
          phone: '0571-88888888-80123',
        },
        receivedBy: '欧阳震华',
        countedBy: '司徒雷登',
        storedAt: '地下一层贵重物品保管室 3 号保险柜上层',
        clues: longText(400),
        remarks: longText(300),
      }),
      claims: [
        {
          ...stated,
          check: {
            shownAt: '2026-11-21T03:05:00.000Z',
            outcome: 'matches',
            words: longText(300),
            checkedBy: '李晓梅',
          },
        },
      ],
    },
  }
}

/** The blank form, with the number reserved for it. */
export function blankLost(coverage: Coverage): LostClaimInput {
  return { sheet: sampleSheet(coverage, '客服-SW-2026-0043'), item: {} }
}

/** Items for labels, notices and lists, each with a number of its own. */
export function lostItemsSample(count: number, coverage: Coverage): (ItemOnLabel & ItemOnNotice)[] {
  const kinds = [typicalLost, shortLost, longestLost, handedOverLost]
  return Array.from({ length: count }, (_, index) => {
    const { intake } = (kinds[index % kinds.length] ?? typicalLost)(coverage).item
    const number = `客服-SW-2026-${String(index + 1).padStart(4, '0')}`
    return { number, intake: intake ?? intakeOf(), notices: [] }
  })
}

/** A count of so many things: of every seven one is missing, one has left, one was ticked by hand. */
export function shelfSample(length: number, coverage: Coverage, finished = true): ShelfCount {
  const at = '2026-11-21T06:40:00.000Z'
  const lines = lostItemsSample(length, coverage).map(({ number, intake }, index) => {
    const way = index % 7 === 2 ? ('hand' as const) : ('scan' as const)
    const seen = index % 7 < 5 && (finished || index < 2)
    return {
      itemId: `i${index}`,
      number,
      name: intake.name,
      quantity: intake.quantity,
      storedAt: intake.storedAt,
      tick: seen ? { way, at, by: '李晓梅' } : null,
      left: finished && index % 7 === 5,
    }
  })
  return {
    id: 's1',
    rev: 1,
    startedAt: '2026-11-21T06:00:00.000Z',
    startedBy: '李晓梅',
    lines,
    strays: finished
      ? [{ itemId: 'x', number: '客服-SW-2026-0099', name: '蓝色水壶', at, by: '李晓梅' }]
      : [],
    words: finished ? '正在查监控，已报安全部。' : '',
    finishedAt: finished ? '2026-11-21T07:10:00.000Z' : null,
    finishedBy: finished ? '李晓梅' : '',
    updatedAt: at,
  }
}
