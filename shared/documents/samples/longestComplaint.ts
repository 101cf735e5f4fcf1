import type { CoComplainant, ReturnVisit } from '../../domain/complaint/types'
import type { LinkRelation } from '../../domain/register/types'
import type { ComplaintVisitInput } from '../complaintVisit/input'
import type { Coverage } from '../runs'
import { sampleSheet, typicalSample } from './complaints'
import { longText } from './longText'

const LONGEST_NAME = '古丽娜尔·阿不都热合曼·买买提明（䶮㛃𠅤堃喆犇頔代）'
const OUTCOMES = ['notReached', 'dissatisfied', 'fairlySatisfied', 'satisfied'] as const

function visit(index: number): ReturnVisit {
  return {
    id: `v${index}`,
    person: index % 2 === 0 ? '林秀英' : '古丽娜尔·阿不都热合曼·买买提明',
    visitedAt: `2026-12-${String(10 + index).padStart(2, '0')}T02:00:00.000Z`,
    way: index % 2 === 0 ? 'phone' : 'message',
    visitedBy: '欧阳𠮷娜',
    outcome: OUTCOMES[index % OUTCOMES.length] ?? 'satisfied',
    words: `第${index + 1}次：${longText(60 + index * 10).replaceAll('\n', '')}`,
  }
}

const LINKS = [
  ['客服-SG-2026-0003', 'related'],
  ['客服-WX-2026-0118', 'related'],
  ['客服-WX-2026-0121', 'related'],
  ['客服-TS-2026-0007', 'repeat'],
  ['客服-TS-2026-0009', 'joined'],
] as const satisfies (readonly [string, LinkRelation])[]

function other(index: number): CoComplainant {
  return {
    id: `o${index}`,
    complainant: {
      anonymous: index === 3,
      personId: null,
      unitId: null,
      name: index % 2 === 0 ? '林秀英' : '古丽娜尔·阿不都热合曼·买买提明',
      phone: `1390013900${index}`,
      unitCode: `5-2-${index + 2}01`,
    },
    channel: index % 2 === 0 ? 'phone' : 'authority',
    saidAt: `2026-11-0${index + 2}T06:05:00.000Z`,
    words: longText(40 + index * 60).replaceAll('\n', ''),
    receivedBy: '欧阳𠮷娜',
    receivedByUserId: 'u1',
    fromNumber: index === 2 ? '客服-TS-2026-0009' : '',
    answersBefore: 0,
  }
}

/** Every field filled, every list long, 3,000 characters in 投诉内容. */
export function longestSample(coverage: Coverage): ComplaintVisitInput {
  const { complaint } = typicalSample(coverage)
  const { intake, handling, verification } = complaint
  if (!intake || !handling || !verification) throw new Error('the typical sample has all of its parts')
  return {
    sheet: sampleSheet(coverage, '客服-TS-2026-B12345', 12),
    attachmentNames: Array.from(
      { length: 12 },
      (_, index) => `现场照片（第${index + 1}张）2026-11-${10 + index}.jpg`,
    ),
    complaint: {
      ...complaint,
      receivedBy: '欧阳𠮷娜（客服前台）',
      intake: {
        ...intake,
        channel: 'visit',
        complainant: {
          ...intake.complainant,
          name: LONGEST_NAME,
          phone: '0755-2688 8888 转 80123',
          unitCode: '12-3-2801（翠湖中心商铺A区）',
        },
        subject: `工程部维修班、保安部、${longText(80).replaceAll('\n', '')}`,
        place: longText(90).replaceAll('\n', ''),
        content: longText(3000),
        remedy: longText(400),
      },
      judgement: {
        nature: 'valid',
        severity: 'major',
        cause: 'fees',
        judgedAt: '2026-11-02T03:05:00.000Z',
        judgedBy: '王海涛',
      },
      handling: {
        ...handling,
        promiseMoves: [0, 1, 2].map((index) => ({
          from: `2026-11-0${index + 5}T10:00:00.000Z`,
          to: `2026-11-0${index + 6}T10:00:00.000Z`,
          reason: longText(50).replaceAll('\n', ''),
          toldAt: `2026-11-0${index + 4}T08:20:00.000Z`,
          movedAt: `2026-11-0${index + 4}T08:22:00.000Z`,
          movedBy: '陈志强',
        })),
        investigation: longText(1200),
        causeAnalysis: longText(500),
        proposals: [longText(200), longText(150), longText(120)],
        chosenProposal: 1,
        measures: longText(600),
      },
      suspension: {
        reason: '等待鉴定机构出具结论',
        nextContactOn: '2026-11-30',
        suspendedAt: '2026-11-12T03:00:00.000Z',
        suspendedBy: '王海涛',
      },
      answers: [0, 1].map((index) => ({
        person: index === 0 ? '' : LONGEST_NAME,
        answeredAt: `2026-11-2${index}T09:10:00.000Z`,
        way: index === 0 ? ('written' as const) : ('message' as const),
        content: longText(300 + index),
        answeredBy: '陈志强',
      })),
      returnVisits: Array.from({ length: 9 }, (_, index) => visit(index)),
      verification: { ...verification, words: longText(120) },
      summary: longText(800),
      escalatedAt: '2026-12-02T16:00:00.000Z',
      escalatedBecause: 'overAMonth',
      unreachable: {
        reason: longText(90).replaceAll('\n', ''),
        at: '2026-12-20T02:00:00.000Z',
        by: '王海涛',
      },
      others: Array.from({ length: 7 }, (_, index) => other(index)),
      links: LINKS.map(([number, relation]) => ({ table: 'complaints', id: number, number, relation })),
      correctiveActionRef: '客服-JZ-2026-0002',
      headOfficeReportedAt: '2026-12-03T02:00:00.000Z',
      void: { reason: '与客服-TS-2026-0007重复登记', at: '2026-12-30T02:00:00.000Z', by: '王海涛' },
    },
  }
}

/** The blank form, with the number reserved for it. */
export function blankSample(coverage: Coverage): ComplaintVisitInput {
  return { sheet: sampleSheet(coverage, '客服-TS-2026-0043'), complaint: {} }
}
