import { describe, expect, it, vi } from 'vitest'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import type { ComplaintVisitInput } from '../../shared/documents/complaintVisit/input'
import { parseSheetCode } from '../../shared/documents/qrPayload'
import { shortSample, typicalSample, voidedSample } from '../../shared/documents/samples/complaints'
import { blankSample, longestSample } from '../../shared/documents/samples/longestComplaint'
import { coverage } from './fonts/coverage'
import { codesOf, expectPictures } from './testing/pictures'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintVisitInput, number][] = [
  ['short', shortSample(coverage), 2],
  ['typical', typicalSample(coverage), 2],
  ['voided', voidedSample(coverage), 2],
  ['longest', longestSample(coverage), 9],
  ['blank', blankSample(coverage), 2],
]

describe.each(samples)('《投诉来访记录》, %s', (name, input, count) => {
  const made = print(complaintVisitForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `complaint-visit-${name}`, count)
  })

  it('carries its number and version as a code on every page, readable as scanned', async () => {
    const { number, version } = input.sheet
    const codes = await codesOf(await made, 150, 'right')
    expect(codes).toHaveLength(count)
    for (const code of codes) {
      expect(code).toContain(number)
      expect(parseSheetCode(code)).toMatchObject({ version, form: 'KF-TS-01' })
    }
  })
})

describe('a 演示 office', () => {
  const demo = (input: ComplaintVisitInput): ComplaintVisitInput => {
    input.sheet.office.demo = true
    return input
  }

  it('marks every page', async () => {
    const pdf = await print(complaintVisitForm(demo(typicalSample(coverage))))
    await expectPictures(pdf, 'complaint-visit-demo', 2)
  })

  it('marks a void record as void', () => {
    const voided = complaintVisitForm(voidedSample(coverage))
    expect(complaintVisitForm(demo(voidedSample(coverage))).underlay).toEqual(voided.underlay)
  })
})
