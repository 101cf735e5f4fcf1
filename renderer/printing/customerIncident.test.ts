import { expect, it, vi } from 'vitest'
import {
  customerIncidentForm,
  type CustomerIncidentInput,
  customerIncidentMissing,
  customerIncidentTexts,
} from '../../shared/documents/customerIncident/form'
import { forms } from '../../shared/documents/registry'
import {
  blankCustomer,
  longestCustomer,
  shortCustomer,
  typicalCustomer,
  voidedCustomer,
} from '../../shared/documents/samples/incidents'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'
import { pageTexts, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const LABELS =
  '类型 发生时间 地点 报告人 程度 当事人 伤情 救治去向 起因 经过 处理办法 处理结果 防止再发生的建议和设想 核实意见 审批意见 报告人签名 值班经理签名 主任签名 当事人签名'.split(
    ' ',
  )

function checked(input: CustomerIncidentInput): CheckedSheet {
  const { report } = input.incident
  // Notes on people, and phones wherever they were written, are left out of what a 当事人 signs.
  const parties = input.incident.parties?.map((party) => ({ ...party, note: '' }))
  return {
    form: customerIncidentForm(input),
    meta: forms.customerIncident,
    ...input.sheet,
    texts: customerIncidentTexts(input),
    record: { ...input.incident, parties, report: { ...report, course: '' } },
    labels: LABELS,
  }
}

checkSamples('customer-incident', [
  ['short', checked(shortCustomer(coverage)), 4],
  ['typical', checked(typicalCustomer(coverage)), 4],
  ['longest', checked(longestCustomer(coverage)), 14],
  ['blank', checked(blankCustomer(coverage)), 4],
  ['voided', checked(voidedCustomer(coverage)), 4],
])

it('says 内部限阅 on every page, and tells whoever signs nobody’s phone and no note on a person', async () => {
  const pages = (await pageTexts(await print(customerIncidentForm(typicalCustomer(coverage))))).map(squeezed)
  for (const page of pages) expect(page).toContain('内部限阅')
  expect(pages.join('')).not.toMatch(/13900139000|独居/)
  expect(pages.join('')).toContain('女儿电话（电话略）')
  expect(pages.join('').match(/右手腕肿胀/g)).toHaveLength(2)
})

it('names the characters that no font has, by field', () => {
  const input = typicalCustomer((codePoint) => (codePoint > 0xffff ? null : ''))
  input.incident.injuries = [{ id: 'j', who: '𠮷女士', condition: '', treatment: '' }]
  expect(customerIncidentMissing(input)).toEqual([{ field: '伤情', characters: ['𠮷'] }])
})

it('keeps its signatures together with two lines of text', async () => {
  const formOf = (lines: string) => {
    const input = typicalCustomer(coverage)
    if (input.incident.approval) input.incident.approval.words = lines
    return customerIncidentForm(input)
  }
  await checkSignatures(formOf, 4, ['核实时间', '审批时间'])
})
