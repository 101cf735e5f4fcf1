import { describe, expect, it, vi } from 'vitest'
import { complaintReceiptForm } from '../../shared/documents/complaintReceipt/form'
import type { ComplaintReceiptInput } from '../../shared/documents/complaintReceipt/input'
import { parseSheetCode } from '../../shared/documents/qrPayload'
import {
  blankReceipt,
  longestReceipt,
  shortReceipt,
  typicalReceipt,
  voidedReceipt,
} from '../../shared/documents/samples/receipts'
import { coverage } from './fonts/coverage'
import { codesOf, expectPictures } from './testing/pictures'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintReceiptInput, number][] = [
  ['short', shortReceipt(coverage), 1],
  ['typical', typicalReceipt(coverage), 1],
  ['voided', voidedReceipt(coverage), 1],
  ['longest', longestReceipt(coverage), 2],
  ['blank', blankReceipt(coverage), 1],
]

describe.each(samples)('《投诉处理回执》, %s', (name, input, count) => {
  const made = print(complaintReceiptForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `complaint-receipt-${name}`, count)
  })

  it('carries its code on both parts: each is scanned by itself', async () => {
    const { number, version } = input.sheet
    for (const corner of ['left', 'right'] as const) {
      const codes = await codesOf(await made, 150, corner, 45)
      expect(codes).toHaveLength(count)
      for (const code of codes) {
        expect(code).toContain(number)
        expect(parseSheetCode(code)).toMatchObject({ version, form: 'KF-TS-02' })
      }
    }
  })
})

it('marks both parts of a 演示 office', async () => {
  const input = typicalReceipt(coverage)
  input.sheet.office.demo = true
  await expectPictures(await print(complaintReceiptForm(input)), 'complaint-receipt-demo', 1)
})
