import { describe, expect, it, vi } from 'vitest'
import { incidentReportForm } from '../../shared/documents/incidentReport/form'
import type { IncidentReportInput } from '../../shared/documents/incidentReport/input'
import { incidentReportMissing, incidentTexts } from '../../shared/documents/incidentReport/texts'
import { forms } from '../../shared/documents/registry'
import {
  blankIncident,
  longestIncident,
  shortIncident,
  typicalIncident,
  voidedIncident,
} from '../../shared/documents/samples/incidents'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'
import { formText, pageTexts, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const LABELS =
  '类型 失窃 高空抛物 发生时间 地点 报告人 提交人 提交时间 程度 轻微 重大 有人受伤或发病 当事人 起因 经过 时间线 处置清单 通知 报警/急救 财产损失 赔偿 证人 处理办法 处理结果 防止再发生的建议 附件 关联编号 核实意见 审批意见 核实人 核实时间 审批人 审批时间 报告人签名 客服主管签名 主任签名'.split(
    ' ',
  )

function checked(input: IncidentReportInput): CheckedSheet {
  return {
    form: incidentReportForm(input),
    meta: forms.incidentReport,
    ...input.sheet,
    texts: [...incidentTexts(input, false), ...incidentTexts(input, true)],
    record: [input.incident, input.attachmentNames],
    labels: LABELS,
  }
}

checkSamples('incident-report', [
  ['short', checked(shortIncident(coverage)), 6],
  ['typical', checked(typicalIncident(coverage)), 6],
  ['longest', checked(longestIncident(coverage)), 25],
  ['blank', checked(blankIncident(coverage)), 6],
  ['voided', checked(voidedIncident(coverage)), 6],
])

/** The texts of one part: of the first half of the pages, or the second. */
async function part(input: IncidentReportInput, which: 0 | 1): Promise<string> {
  const pages = await pageTexts(await print(incidentReportForm(input)))
  const half = pages.findIndex((page, index) => index > 0 && page.includes('第 1 页 / '))
  return squeezed((which === 0 ? pages.slice(0, half) : pages.slice(half)).join(''))
}

describe('what leaves the office', () => {
  it('is the report without phones, notes on people, and what was struck', async () => {
    const input = typicalIncident(coverage)
    const kept = await part(input, 0)
    for (const said of ['13900139000', '13700137000', '独居，女儿住同城', '伤者是5-2-201的'])
      expect(kept).toContain(said)
    const leaving = await part(input, 1)
    for (const said of ['13900139000', '13700137000', '独居', '5-2-201', '电话1'])
      expect(leaving).not.toContain(said)
    expect(leaving).toContain('女儿电话（电话略）')
    expect(leaving).toContain('客服-TS-2026-0107')
    expect(leaving).toContain('120-20261121-0312')
  })

  it('has no 伤情, and neither has what stays', async () => {
    const text = await formText(await print(incidentReportForm(typicalIncident(coverage))))
    expect(text).not.toContain('右手腕肿胀')
  })
})

it('says 限阅 where the record is', async () => {
  const input = typicalIncident(coverage)
  expect(await part(input, 0)).not.toContain('限阅')
  input.incident.restricted = true
  expect(await part(input, 0)).toContain('限阅存档联KF-SG-01')
})

it('says 无 for an empty list once it was submitted, and leaves room for the hand before', async () => {
  const input = typicalIncident(coverage)
  input.incident.witnesses = []
  expect(await part(input, 0)).toMatch(/证人姓名房号电话证言无/)
  expect(await part(shortIncident(coverage), 0)).not.toMatch(/证言无/)
})

it('names the characters that no font has, by field', () => {
  const input = typicalIncident((codePoint) => (codePoint > 0xffff ? null : ''))
  if (input.incident.report) input.incident.report.course = '𠮷女士'
  expect(incidentReportMissing(input)).toEqual([{ field: '经过', characters: ['𠮷'] }])
})

it('keeps its signatures together with two lines of text', async () => {
  const formOf = (lines: string) => {
    const input = typicalIncident(coverage)
    if (input.incident.approval) input.incident.approval.words = lines
    return incidentReportForm(input)
  }
  await checkSignatures(formOf, 3, ['核实时间', '审批时间'])
})
