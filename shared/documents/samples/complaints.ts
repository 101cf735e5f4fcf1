import type { CoComplainant } from '../../domain/complaint/types'
import type { ComplaintVisitInput } from '../complaintVisit/input'
import type { Sheet } from '../layout/frame'
import type { Coverage } from '../runs'

// Test data, all of it made up; the product never reads it.

/** A sheet for samples, with the coverage of the fonts at hand. */
export function sampleSheet(coverage: Coverage, number = '客服-TS-2026-0001', version = 1): Sheet {
  return {
    office: { estateName: '翠湖花园', officeName: '翠湖花园管理处', demo: false },
    number,
    version,
    printedAt: '2026-11-21T07:30:00.000Z',
    printedBy: '李晓梅',
    coverage,
  }
}

/** 匿名 by the suggestion box, just registered. */
export function shortSample(coverage: Coverage): ComplaintVisitInput {
  return {
    sheet: sampleSheet(coverage),
    complaint: {
      receivedBy: '李晓梅',
      intake: {
        registeredAt: '2026-11-21T01:12:00.000Z',
        channel: 'suggestionBox',
        complainant: { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' },
        subject: '保洁班',
        occurredAt: null,
        place: '3栋大堂',
        content: '大堂地面三天没有拖。',
        remedy: '每天打扫。',
        lossOrInjury: false,
      },
    },
  }
}

const DOWNSTAIRS: CoComplainant = {
  id: 'o1',
  complainant: {
    anonymous: false,
    personId: null,
    unitId: null,
    name: '林秀英',
    phone: '13900139000',
    unitCode: '5-2-201',
  },
  channel: 'phone',
  saidAt: '2026-11-03T06:05:00.000Z',
  words: '我家客厅顶上也有水印，应该是同一处漏的。回电请打139 0013 9000。',
  receivedBy: '李晓梅',
  receivedByUserId: 'u1',
  fromNumber: '',
  answersBefore: 0,
}

/** A valid complaint of an owner at the counter, closed after one return visit. */
export function typicalSample(coverage: Coverage): ComplaintVisitInput {
  return {
    sheet: sampleSheet(coverage, '客服-TS-2026-0042', 2),
    attachmentNames: ['漏水照片1.jpg', '漏水照片2.jpg'],
    complaint: {
      receivedBy: '李晓梅',
      intake: {
        registeredAt: '2026-11-02T01:40:00.000Z',
        channel: 'visit',
        complainant: {
          anonymous: false,
          personId: null,
          unitId: null,
          name: '张建国',
          phone: '13800138000',
          unitCode: '5-2-301',
        },
        subject: '工程部维修班',
        occurredAt: '2026-10-30T13:15:00.000Z',
        place: '5栋2单元301卫生间顶板',
        content:
          '楼上401卫生间漏水到我家，吊顶已经鼓起来了。上周三（10月28日）报过修，师傅来看了一眼说“不是公共管道，不归我们管”，之后就没有人再来。昨天晚上水滴到洗衣机上，差点跳闸。',
        remedy: '三天内修好漏点，更换吊顶，并解释为什么没有人跟进。',
        lossOrInjury: false,
      },
      judgement: {
        nature: 'valid',
        severity: 'important',
        cause: 'timeliness',
        judgedAt: '2026-11-02T03:05:00.000Z',
        judgedBy: '王海涛',
      },
      handling: {
        department: '工程部',
        responsible: '陈志强',
        promisedAt: '2026-11-06T10:00:00.000Z',
        promiseMoves: [
          {
            from: '2026-11-05T10:00:00.000Z',
            to: '2026-11-06T10:00:00.000Z',
            reason: '防水材料到货晚一天',
            toldAt: '2026-11-04T08:20:00.000Z',
            movedAt: '2026-11-04T08:22:00.000Z',
            movedBy: '陈志强',
          },
        ],
        assignedAt: '2026-11-02T03:10:00.000Z',
        assignedBy: '王海涛',
        investigation:
          '11月2日14:30与两户业主一同查看：401卫生间地漏周边防水层开裂，闭水试验24小时水位下降18 mm，确认为渗漏点。',
        causeAnalysis: '首次上门的维修工未做闭水试验，也未把结论报回客服，工单被直接关闭。',
        proposals: ['401局部重做防水，301吊顶由管理处更换', '补偿301业主吊顶费用680.00元，由其自行更换'],
        chosenProposal: 0,
        consent: {
          agreed: true,
          at: '2026-11-03T02:20:00.000Z',
          way: 'phone',
          words: '同意第1项，周末也可以上门。',
          notedBy: '李晓梅',
        },
        measures: '11月5日至6日完成401地漏周边防水，闭水48小时无渗漏；11月6日更换301吊顶铝扣板4块。',
        completedAt: '2026-11-06T08:45:00.000Z',
      },
      suspension: null,
      answers: [
        {
          person: '',
          answeredAt: '2026-11-06T09:10:00.000Z',
          way: 'doorstep',
          content: '已向张先生说明漏点和原因，就维修工未跟进致歉，请其验收并留下值班电话0755-2688 8888。',
          answeredBy: '陈志强',
        },
      ],
      returnVisits: [
        {
          id: 'v1',
          person: '张建国',
          visitedAt: '2026-11-07T02:00:00.000Z',
          way: 'phone',
          visitedBy: '李晓梅',
          outcome: 'satisfied',
          words: '不漏了，吊顶也换好了，谢谢。',
        },
      ],
      verification: {
        verifiedAt: '2026-11-07T06:00:00.000Z',
        verifiedBy: '王海涛',
        words: '现场复查无渗漏，同意关闭。',
      },
      summary: '户内渗漏报修须做闭水试验，结论由客服回复业主后才可关单；已列入维修班11月培训。',
      closedAt: '2026-11-07T07:30:00.000Z',
      closedBy: '王海涛',
      escalatedAt: null,
      escalatedBecause: null,
      correctiveActionRef: '',
      headOfficeReportedAt: null,
      unreachable: null,
      others: [DOWNSTAIRS],
      links: [{ table: 'repairs', id: 'w1', number: '客服-WX-2026-0118', relation: 'related' }],
      void: null,
    },
  }
}

/** The typical complaint, voided while it was being handled. */
export function voidedSample(coverage: Coverage): ComplaintVisitInput {
  const input = typicalSample(coverage)
  return {
    ...input,
    complaint: {
      ...input.complaint,
      answers: [],
      returnVisits: [],
      verification: null,
      summary: '',
      closedAt: null,
      closedBy: null,
      void: {
        reason: '与客服-TS-2026-0041重复登记，以先登记的为准',
        at: '2026-11-06T09:30:00.000Z',
        by: '王海涛',
      },
    },
  }
}
