import { emptyReport, nothingSaid } from '../../domain/incident/blank'
import type { CheckMark, Incident, Party, TimelineEntry } from '../../domain/incident/types'
import type { CustomerIncidentInput } from '../customerIncident/form'
import type { IncidentReportInput, IncidentWords } from '../incidentReport/input'
import type { Coverage } from '../runs'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

const FIELDS: Record<string, string> = {
  surface: '地面',
  warningSign: '有警示牌',
  lighting: '照明',
  lastCleaned: '最近一次清洁',
  firstAider: '现场施救人',
  videoKept: '录像已保留',
  videoSpan: '录像机位与时段',
}
const OPTIONS: Record<string, string> = { 'surface.wet': '湿', 'lighting.good': '正常' }
const STEPS: Record<string, string> = {
  help: '先看人，问能不能动',
  noMoving: '疑似骨折的不搬动，叫急救120',
  sign: '放警示牌，隔开湿滑处',
  photo: '拍下地面、照明、警示牌和鞋底',
  family: '通知家属',
  clean: '清理后再放行',
  video: '保留录像',
}

/** Words as the office's catalogue has them. */
export const SAMPLE_WORDS: IncidentWords = {
  field: (id) => FIELDS[id] ?? id,
  option: (field, option) => OPTIONS[`${field}.${option}`] ?? option,
  step: (id) => STEPS[id] ?? id,
}

type Filled = Omit<Incident, 'prints' | 'steps' | 'attachmentIds' | 'duty'>

function party(id: string, role: Party['role'], name: string, phone: string, note = ''): Party {
  return { id, role, person: { personId: null, unitId: null, name, phone, unitCode: '5-2-301' }, note }
}

function entry(id: string, at: string, text: string, struck: TimelineEntry['struck'] = null): TimelineEntry {
  return { id, at, text, by: '李晓梅', userId: 'u1', struck }
}

function done(stepId: string, at: string): CheckMark {
  return { stepId, outcome: 'done', at, by: '李晓梅', reason: '' }
}

/** What a clerk has a minute after it happened. */
function begun(): Filled {
  return {
    id: 'i1',
    register: 'incident',
    number: '客服-SG-2026-0001',
    year: 2026,
    seq: 1,
    rev: 1,
    state: 'handling',
    createdAt: '2026-11-21T00:31:00.000Z',
    createdBy: '李晓梅',
    updatedAt: '2026-11-21T00:31:00.000Z',
    reportedBy: '李晓梅',
    reportedByUserId: 'u1',
    report: { ...emptyReport('2026-11-21T00:30:00.000Z'), kind: 'slip', place: '3栋大堂' },
    restricted: false,
    ...nothingSaid(),
    links: [],
    void: null,
  }
}

/** Everything that came in a list. */
function lists(): Pick<
  Filled,
  | 'checks'
  | 'timeline'
  | 'parties'
  | 'injuries'
  | 'losses'
  | 'notifications'
  | 'calls'
  | 'compensations'
  | 'witnesses'
  | 'insurance'
> {
  return {
    checks: [
      done('help', '2026-11-21T00:31:00.000Z'),
      done('noMoving', '2026-11-21T00:34:00.000Z'),
      done('sign', '2026-11-21T00:36:00.000Z'),
      done('photo', '2026-11-21T00:40:00.000Z'),
      {
        stepId: 'clean',
        outcome: 'notApplicable',
        at: '2026-11-21T01:00:00.000Z',
        by: '王海涛',
        reason: '自然干燥后放行',
      },
    ],
    timeline: [
      entry('t1', '2026-11-21T00:31:00.000Z', '保安报告：3栋大堂有人滑倒'),
      entry('t2', '2026-11-21T00:33:00.000Z', '伤者是5-2-201的', {
        reason: '房号听错，是5-2-301',
        at: '2026-11-21T00:35:00.000Z',
        by: '李晓梅',
      }),
      entry('t3', '2026-11-21T00:52:00.000Z', '救护车到场'),
    ],
    parties: [
      party('p1', 'victim', '周玉兰', '', '独居，女儿住同城'),
      party('p2', 'companion', '周敏', '13900139000'),
    ],
    injuries: [
      {
        id: 'j1',
        who: '周玉兰',
        condition: '右手腕肿胀，能活动，神志清楚',
        treatment: '急救120送市第二人民医院',
      },
    ],
    losses: [
      { id: 'l1', item: '老花镜一副', amount: 280, owner: '周玉兰' },
      { id: 'l2', item: '手机屏幕', amount: null, owner: '周玉兰' },
    ],
    notifications: [
      {
        id: 'n1',
        told: '主任赵立新',
        toldAt: '2026-11-21T00:38:00.000Z',
        toldBy: '李晓梅',
        words: '请先陪同送院，费用管理处垫付',
      },
    ],
    calls: [
      {
        id: 'c1',
        service: 'ambulance',
        calledAt: '2026-11-21T00:34:00.000Z',
        calledBy: '马国强',
        arrivedAt: '2026-11-21T00:52:00.000Z',
        receipt: '120-20261121-0312',
      },
    ],
    compensations: [
      {
        id: 'k1',
        amount: 1280.5,
        paidBy: '管理处',
        agreedBy: '周敏',
        outcome: 'signed',
        settledAt: '2026-11-22T07:00:00.000Z',
        note: '含检查费和眼镜，协议一式两份',
      },
    ],
    witnesses: [
      {
        id: 'w1',
        person: { personId: null, unitId: null, name: '陈志强', phone: '13700137000', unitCode: '3-1-102' },
        statement: '我在等电梯，看见她脚下一滑，地上有水。',
      },
    ],
    insurance: {
      insurer: '平安财产保险',
      policyNumber: 'P2026-8801-0042',
      reportedAt: '2026-11-21T03:00:00.000Z',
      claimNumber: '95511-20261121-7',
      note: '公众责任险',
    },
  }
}

/** A fall on a wet floor, approved, with one supplement. */
function approved(): Filled {
  return {
    ...begun(),
    number: '客服-SG-2026-0042',
    state: 'approved',
    report: {
      kind: 'slip',
      occurredAt: '2026-11-21T00:30:00.000Z',
      place: '3栋大堂电梯厅前',
      origin: '早班保洁拖地后地面未干，警示牌放在了走廊另一头。',
      course:
        '8:30左右，5-2-301的周玉兰出电梯时滑倒，右手撑地。保安马国强听到声音过去，没有搬动她；8:34叫急救120，8:52救护车到，由女儿陪同送院。女儿电话139 0013 9000。',
      severity: 'important',
      personHurt: true,
      measures: '隔开湿滑处，补放警示牌；保留大堂和电梯厅录像；主管与女儿到医院看望。',
      result: '11月22日与家属商定，由管理处承担检查费用，双方签字。',
      prevention: '大堂改在10:00后拖地；警示牌随拖把走；领班每天抽查一次并记录。',
    },
    details: {
      surface: 'wet',
      warningSign: false,
      lighting: 'good',
      lastCleaned: '当天8:10 早班保洁',
      videoKept: true,
      videoSpan: '大堂1号、电梯厅2号，8:00至9:00',
    },
    ...lists(),
    firstSubmittedAt: '2026-11-21T09:00:00.000Z',
    submittedAt: '2026-11-21T09:00:00.000Z',
    submittedBy: '李晓梅',
    verification: {
      at: '2026-11-21T10:00:00.000Z',
      by: '王海涛',
      words: '情况属实，录像已核对。',
    },
    approval: { at: '2026-11-23T02:00:00.000Z', by: '赵立新', words: '同意。整改措施下周起执行。' },
    supplements: [
      {
        id: 's1',
        seq: 1,
        text: '11月25日复查，手腕无骨折，家属表示满意。',
        at: '2026-11-25T08:00:00.000Z',
        by: '李晓梅',
        attachmentIds: [],
      },
    ],
    links: [{ table: 'complaints', id: 'x1', number: '客服-TS-2026-0107', relation: 'related' }],
  }
}

const LONG_NAME = '古丽娜尔·阿不都热合曼·买买提明（䶮㛃𠅤堃喆犇頔）'

/** Every text long, every list long, 3,000 characters in 经过. */
function longest(): Filled {
  const base = approved()
  const at = (minute: number): string => `2026-11-21T01:${String(minute).padStart(2, '0')}:00.000Z`
  return {
    ...base,
    number: '客服-SG-2026-B12345',
    restricted: true,
    reportedBy: '欧阳𠮷娜',
    report: {
      ...base.report,
      place: longText(80).replaceAll('\n', ''),
      severity: 'major',
      origin: longText(600),
      course: longText(3000),
      measures: longText(900),
      result: longText(700),
      prevention: longText(800),
    },
    details: { ...base.details, lastCleaned: longText(300), firstAider: LONG_NAME },
    timeline: Array.from({ length: 30 }, (_, index) =>
      entry(
        `t${index}`,
        at(index),
        index === 7 ? longText(1200) : longText(12 + index * 4).replaceAll('\n', ''),
      ),
    ),
    parties: Array.from({ length: 8 }, (_, index) =>
      party(
        `p${index}`,
        index % 2 === 0 ? 'victim' : 'causer',
        LONG_NAME,
        `1390013900${index}`,
        longText(60),
      ),
    ),
    injuries: [
      { id: 'j1', who: LONG_NAME, condition: longText(500), treatment: longText(120) },
      { id: 'j2', who: '周玉兰', condition: '擦伤', treatment: '' },
    ],
    losses: Array.from({ length: 12 }, (_, index) => ({
      id: `l${index}`,
      item: `第${index + 1}件：${longText(24)}`,
      amount: index === 4 ? null : 1234.56 + index,
      owner: LONG_NAME,
    })),
    witnesses: base.witnesses.map((one) => ({ ...one, statement: longText(900) })),
    verification: { ...approval(base), words: longText(500) },
    approval: { ...approval(base), words: longText(700) },
    supplements: Array.from({ length: 3 }, (_, index) => ({
      id: `s${index}`,
      seq: index + 1,
      text: longText(200 + index * 100),
      at: `2026-11-2${index + 5}T08:00:00.000Z`,
      by: '李晓梅',
      attachmentIds: [],
    })),
  }
}

function approval({ approval: given }: Filled): NonNullable<Filled['approval']> {
  if (!given) throw new Error('the approved sample is approved')
  return given
}

function voided(): Filled {
  const reason = '与客服-SG-2026-0041重复登记'
  return { ...begun(), state: 'void', void: { reason, at: '2026-11-21T02:00:00.000Z', by: '王海涛' } }
}

function reportOf(coverage: Coverage, incident: Filled, version: number): IncidentReportInput {
  const { injuries: _injuries, createdAt: _created, updatedAt: _updated, ...rest } = incident
  const { firstSubmittedAt: _first, ...shown } = rest
  return { sheet: sampleSheet(coverage, incident.number, version), incident: shown, words: SAMPLE_WORDS }
}

export const shortIncident = (coverage: Coverage): IncidentReportInput => reportOf(coverage, begun(), 1)
export const typicalIncident = (coverage: Coverage): IncidentReportInput => ({
  ...reportOf(coverage, approved(), 2),
  attachmentNames: ['现场照片1.jpg', '现场照片2.jpg', '赔偿协议.pdf'],
})
export const longestIncident = (coverage: Coverage): IncidentReportInput => reportOf(coverage, longest(), 12)
export const voidedIncident = (coverage: Coverage): IncidentReportInput => reportOf(coverage, voided(), 1)
export const blankIncident = (coverage: Coverage): IncidentReportInput => ({
  sheet: sampleSheet(coverage, '客服-SG-2026-0007'),
  incident: {},
  words: SAMPLE_WORDS,
})

function customerOf(coverage: Coverage, incident: Filled, version: number): CustomerIncidentInput {
  const { reportedBy, report, parties, injuries, submittedAt, submittedBy } = incident
  const { verification, approval: approvedBy, supplements, void: gone } = incident
  return {
    sheet: sampleSheet(coverage, incident.number, version),
    incident: {
      reportedBy,
      report,
      parties,
      injuries,
      submittedAt,
      submittedBy,
      verification,
      approval: approvedBy,
      supplements,
      void: gone,
    },
  }
}

export const shortCustomer = (coverage: Coverage): CustomerIncidentInput => customerOf(coverage, begun(), 1)
export const typicalCustomer = (coverage: Coverage): CustomerIncidentInput =>
  customerOf(coverage, approved(), 2)
export const longestCustomer = (coverage: Coverage): CustomerIncidentInput =>
  customerOf(coverage, longest(), 12)
export const voidedCustomer = (coverage: Coverage): CustomerIncidentInput => customerOf(coverage, voided(), 1)
export const blankCustomer = (coverage: Coverage): CustomerIncidentInput => ({
  sheet: sampleSheet(coverage, '客服-SG-2026-0007'),
  incident: {},
})
