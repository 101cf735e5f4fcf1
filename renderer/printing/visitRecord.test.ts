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
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'

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

it('keeps its signatures together with two lines of text', async () => {
  const formOf = (lines: string) => {
    const input = typicalVisit(coverage)
    if (input.visit.opinion) input.visit.opinion.text = lines
    return visitRecordForm(input)
  }
  await checkSignatures(formOf, 4, ['接待员', '主任意见'])
})

it('names the characters that no font has, by field', () => {
  const input = typicalVisit((codePoint) => (codePoint > 0xffff ? null : ''))
  if (input.visit.opinion) input.visit.opinion.text = '𠮷女士'
  expect(visitRecordMissing(input)).toEqual([{ field: '接待员意见', characters: ['𠮷'] }])
})
