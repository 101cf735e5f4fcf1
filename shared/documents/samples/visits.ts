import type { Coverage } from '../runs'
import type { VisitRecordInput } from '../visitRecord/input'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

/** An appointment that has not taken place yet: the sheet is taken along. */
export function shortVisit(coverage: Coverage): VisitRecordInput {
  return {
    sheet: sampleSheet(coverage, '客服-FW-2026-0001'),
    visit: {
      plan: {
        person: { personId: null, unitId: 'u1', name: '张建国', phone: '', unitCode: '5-2-301' },
        way: 'doorstep',
        appointmentAt: '2026-11-21T11:00:00.000Z',
        visitor: '李晓梅',
      },
      findings: null,
      feedback: null,
      opinion: null,
      void: null,
    },
  }
}

/** A visit at the door that brought suggestions, fed back and commented on. */
export function typicalVisit(coverage: Coverage): VisitRecordInput {
  const { visit } = shortVisit(coverage)
  const { plan } = visit
  if (!plan) throw new Error('the short sample is planned')
  return {
    sheet: sampleSheet(coverage, '客服-FW-2026-0042', 2),
    visit: {
      ...visit,
      plan: { ...plan, person: { ...plan.person, phone: '13800138000' } },
      findings: {
        visitedAt: '2026-11-21T11:05:00.000Z',
        parts: {
          management: '地下车库B区照明偏暗，晚上看不清车位线，希望增加照明。保安态度很好。',
          services: '希望周末也可以代收快递，最好到21:00。',
          needs: '母亲86岁独居在5-2-101，电梯检修时请提前一天通知。',
          community: '重阳节活动办得好，建议增加儿童手工活动。',
          other: '无',
        },
        feedbackNeeded: true,
        feedbackDueOn: '2026-11-25',
      },
      feedback: {
        at: '2026-11-24T02:30:00.000Z',
        result: '工程部11月23日已更换B区灯管18支，业主当晚确认亮度够了。',
        by: '李晓梅',
      },
      opinion: {
        text: '业主对照明的意见属实，已处理；快递代收延时建议报主任研究。',
        at: '2026-12-03T08:00:00.000Z',
        by: '李晓梅',
      },
    },
  }
}

/** Every part long, 3,000 characters in one, a name of rare characters. */
export function longestVisit(coverage: Coverage): VisitRecordInput {
  const { visit } = typicalVisit(coverage)
  const { plan, findings, feedback, opinion } = visit
  if (!plan || !findings || !feedback || !opinion) throw new Error('the typical sample has all of its parts')
  return {
    sheet: sampleSheet(coverage, '客服-FW-2026-B12345', 12),
    visit: {
      plan: {
        person: {
          ...plan.person,
          name: '古丽娜尔·阿不都热合曼·买买提明（䶮㛃𠅤堃喆犇頔代）',
          phone: '075526888888-80123',
          unitCode: '翠湖花园二期商铺-A-1-102A',
        },
        way: 'questionnaire',
        appointmentAt: '2026-11-20T11:00:00.000Z',
        visitor: '欧阳𠮷娜、欧阳䶮娜',
      },
      findings: {
        ...findings,
        parts: {
          management: longText(3000),
          services: longText(600),
          needs: longText(400),
          community: longText(800),
          other: longText(300),
        },
      },
      feedback: { ...feedback, result: longText(700) },
      opinion: { ...opinion, text: longText(1200) },
      void: null,
    },
  }
}

/** The typical visit, voided. */
export function voidedVisit(coverage: Coverage): VisitRecordInput {
  const input = typicalVisit(coverage)
  const reason = '登记到了错误的房号，另登记为客服-FW-2026-0043'
  return {
    ...input,
    visit: { ...input.visit, opinion: null, void: { reason, at: '2026-11-22T01:00:00.000Z', by: '王海涛' } },
  }
}

/** Nothing but its number. */
export function blankVisit(coverage: Coverage): VisitRecordInput {
  return { sheet: sampleSheet(coverage, '客服-FW-2026-0007'), visit: {} }
}
