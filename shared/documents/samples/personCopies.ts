import type { CopyEntry } from '../personCopy/facts'
import type { PersonCopyInput } from '../personCopy/form'
import type { Coverage } from '../runs'
import { sampleSheet } from './complaints'
import { longText } from './longText'

// Test data, all of it made up; the product never reads it.

function copyOf(coverage: Coverage, name: string, entries: CopyEntry[]): PersonCopyInput {
  const { number: _number, version: _version, ...printing } = sampleSheet(coverage)
  return { printing, name, entries }
}

/** Somebody of whom the office knows nothing. */
export function blankCopy(coverage: Coverage): PersonCopyInput {
  return copyOf(coverage, '张建国', [])
}

/** A resident who never came to the desk. */
export function shortCopy(coverage: Coverage): PersonCopyInput {
  return copyOf(coverage, '张建国', [{ title: '住户档案', facts: [['姓名', '张建国']] }])
}

/** An owner with a car, a complaint, a find and a visit. */
export function typicalCopy(coverage: Coverage): PersonCopyInput {
  const contact = [
    ['姓名', '张建国'],
    ['电话', '13800138000'],
    ['房号', '5-2-301'],
  ] as const
  return copyOf(coverage, '张建国', [
    {
      title: '住户档案',
      facts: [
        ['姓名', '张建国'],
        ['电话', '13800138000、0755-26888888'],
        ['证件末四位', '123X'],
      ],
    },
    {
      title: '车辆 粤B·D12345',
      facts: [
        ['车牌号', '粤B·D12345'],
        ['车位', 'B2-128'],
        ['车主', '张建国'],
        ['电话', '13800138000'],
      ],
    },
    {
      title: '投诉 客服-TS-2026-0042',
      facts: [
        ...contact,
        ['登记时间', '2026-11-03 14:05'],
        ['投诉内容', '楼上〔姓名〕家每晚23:30以后搬动家具，孩子无法入睡。打过三次电话没有人来。'],
        ['诉求', '三天之内给答复，以后不要再发生。'],
        ['答复内容', '已与〔房号〕住户约定22:00以后不搬动家具，工程部免费加装脚垫。'],
        ['答复内容', '一周后再访，确认没有再发生。'],
      ],
    },
    {
      title: '失物 客服-SW-2026-0007',
      facts: [
        ...contact,
        ['证件末四位', '123X'],
        ['认领时间', '2026-11-12 09:20'],
        ['陈述的特征', '黑色皮夹，内有门禁卡一张、照片一张。'],
      ],
    },
    {
      title: '访问 客服-FW-2026-0019',
      facts: [
        ...contact,
        ['访问时间', '2026-11-18 19:05'],
        ['访问内容', '地下车库B区照明偏暗；希望周末也可以代收快递；无'],
      ],
    },
  ])
}

/** Somebody of a long and rare name, on every register, with texts as long as they may be. */
export function longestCopy(coverage: Coverage): PersonCopyInput {
  const name = '阿卜杜热西提·买买提江·䶮𠮷'
  const contact = [
    ['姓名', name],
    ['电话', '0755-26888888转12345'],
    ['房号', '幸福里二期12栋3单元2801'],
  ] as const
  const number = (kind: string, count: number): string =>
    `客服-${kind}-2026-${String(count).padStart(4, '0')}`
  const complaints = Array.from(
    { length: 2 },
    (_, at): CopyEntry => ({
      title: `投诉 ${number('TS', at + 1)}`,
      facts: [
        ...contact,
        ['登记时间', '2026-11-03 14:05'],
        ['投诉内容', longText(3000)],
        ['诉求', longText(1000)],
        ...Array.from({ length: 3 }, () => ['答复内容', longText(600)] as const),
      ],
    }),
  )
  const visits = Array.from(
    { length: 12 },
    (_, at): CopyEntry => ({
      title: `访问 ${number('FW', at + 1)}`,
      facts: [...contact, ['访问时间', '2026-11-18 19:05'], ['访问内容', longText(200)]],
    }),
  )
  const phones = Array.from({ length: 12 }, (_, at) => `138001380${String(at).padStart(2, '0')}`)
  return copyOf(coverage, name, [
    {
      title: '住户档案',
      facts: [
        ['姓名', name],
        ['电话', phones.join('、')],
        ['证件末四位', '123X'],
      ],
    },
    ...complaints,
    {
      title: `突发事件 ${number('SG', 1)}`,
      facts: [...contact, ['发生时间', '2026-10-01 23:59'], ['证言', longText(2000)]],
    },
    ...visits,
  ])
}
