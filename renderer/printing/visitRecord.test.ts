import { expect, it, vi } from 'vitest'
import { forms } from '../../shared/documents/registry'
import {
  blankVisit,
  longestVisit,
  shortVisit,
  typicalVisit,
  voidedVisit,
} from '../../shared/documents/samples/visits'
import { visitRecordForm, visitRecordMissing, visitTexts } from '../../shared/documents/visitRecord/form'
import type { VisitRecordInput } from '../../shared/documents/visitRecord/input'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples } from './testing/formChecks'
import { pageTexts } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const LABELS =
  '房号 被访人 电话 方式 上门 管理处 户外 问卷 预约时间 访问时间 访问人 对物业管理工作的意见和建议 对便民服务的意见和建议 特殊困难和需求 对社区文化建设的意见和建议 其他 需反馈 反馈时间 反馈结果 接待员意见 访问人签名 业主签名 拒签 接待员签名 主任签名'.split(
    ' ',
  )

function checked(input: VisitRecordInput): CheckedSheet {
  return {
    form: visitRecordForm(input),
    meta: forms.visitRecord,
    ...input.sheet,
    texts: visitTexts(input),
    record: input.visit,
    labels: LABELS,
  }
}

checkSamples('visit-record', [
  ['short', checked(shortVisit(coverage)), 1],
  ['typical', checked(typicalVisit(coverage)), 1],
  ['longest', checked(longestVisit(coverage)), 5],
  ['blank', checked(blankVisit(coverage)), 1],
  ['voided', checked(voidedVisit(coverage)), 1],
])

it('keeps its signatures together with two lines of text, wherever the text before them ends', async () => {
  for (let lines = 0; lines <= 24; lines += 4) {
    const input = typicalVisit(coverage)
    const { findings } = input.visit
    if (findings) findings.parts.needs = Array.from({ length: lines }, (_, at) => `第${at + 1}行`).join('\n')
    const signed = (await pageTexts(await print(visitRecordForm(input)))).filter((page) =>
      page.includes('签名：'),
    )
    expect(signed).toHaveLength(1)
    expect(signed[0]?.match(/签名：/g)).toHaveLength(4)
    expect(signed[0]).toContain('主任意见')
  }
})

it('names the characters that no font has, by field', () => {
  const input = typicalVisit((codePoint) => (codePoint > 0xffff ? null : ''))
  if (input.visit.opinion) input.visit.opinion.text = '𠮷女士'
  expect(visitRecordMissing(input)).toEqual([{ field: '接待员意见', characters: ['𠮷'] }])
})
