import { describe, expect, it, vi } from 'vitest'
import { complaintReceiptForm } from '../../shared/documents/complaintReceipt/form'
import { type ComplaintReceiptInput, receiptTexts } from '../../shared/documents/complaintReceipt/input'
import { receiptMissing } from '../../shared/documents/complaintReceipt/missing'
import { printable } from '../../shared/documents/runs'
import {
  blankReceipt,
  longestReceipt,
  shortReceipt,
  typicalReceipt,
  voidedReceipt,
} from '../../shared/documents/samples/receipts'
import { coverage } from './fonts/coverage'
import { formText, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintReceiptInput][] = [
  ['short', shortReceipt(coverage)],
  ['typical', typicalReceipt(coverage)],
  ['voided', voidedReceipt(coverage)],
  ['longest', longestReceipt(coverage)],
  ['blank', blankReceipt(coverage)],
]

const LABELS =
  '受理时间 渠道 投诉人 房号 投诉内容 诉求 承诺期限 答复期限 完成时间 咨询电话 答复 接待人 签名 日期 存根 客户联 裁 切 线'.split(
    ' ',
  )

async function textOf(input: ComplaintReceiptInput): Promise<string> {
  return formText(await print(complaintReceiptForm(input)))
}

describe.each(samples)('《投诉处理回执》, %s', (name, input) => {
  const made = print(complaintReceiptForm(input))

  it('has every label, so that a hand can fill what is empty', async () => {
    const text = await formText(await made)
    for (const label of LABELS) expect(text).toContain(label)
  })

  it('holds every time, and every text that is not said to be an excerpt', async () => {
    const text = await formText(await made)
    const { answers, content, remedy, ...others } = receiptTexts(input)
    if (name !== 'longest') for (const said of [content, remedy]) expect(text).toContain(squeezed(said))
    const { name: person, ...plain } = others
    if (name !== 'longest') expect(text).toContain(person)
    for (const said of Object.values(plain)) expect(text).toContain(squeezed(said))
    // Answers are owed to the person: whole, however long.
    for (const { at, way, content: answer } of answers) {
      const lines = answer.split('\n')
      for (const said of [at, way, ...lines]) expect(text).toContain(squeezed(printable(said)))
    }
  })

  it('says on every page which record, form and page it is', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`No: ${input.sheet.number}`)
      expect(page).toContain('KF-TS-02')
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
      expect(page.includes('【作废】') || index === 0).toBe(Boolean(input.complaint.void) || index === 0)
    })
    expect(pages[0]).toContain('翠湖花园管理处')
    expect(pages[0]).toContain('打印时间：2026-11-21 15:30')
  })

  it('fits A5, and is small', async () => {
    const info = await pdfInfo(await made)
    expect(info['Page size']).toMatch(/^595\.28 x 419\.53/)
    expect(info.Title).toBe(`投诉处理回执 ${input.sheet.number}`)
    expect((await made).length).toBeLessThanOrEqual(100 * 1024)
  })
})

describe('what is too long for its place', () => {
  it('is excerpted, and says so and where the rest is', async () => {
    const text = await textOf(longestReceipt(coverage))
    expect(text).toContain('摘录，全文3000字登记在《投诉来访记录》')
    expect(text).toContain('摘录，全文400字登记在《投诉来访记录》')
    expect(text).toContain('未完，全文见附页')
  })

  it('is nothing of an ordinary one', async () => {
    const pages = await pageTexts(await print(complaintReceiptForm(typicalReceipt(coverage))))
    // The narrow stub alone is short of room.
    expect(pages.join('').match(/摘录/g)).toHaveLength(1)
    expect(pages.join('')).not.toContain('附页')
  })
})

describe('what never leaves the office (forms)', () => {
  it('is judgement, investigation, causes, measures, proposals, names of those who did the work', async () => {
    const text = await textOf(typicalReceipt(coverage))
    for (const inner of ['有效投诉', '闭水试验', '维修工未做', '补偿301', '王海涛', '工单', '重要']) {
      expect(text).not.toContain(inner)
    }
  })

  it('is who stays unnamed', async () => {
    const input = shortReceipt(coverage)
    const { intake } = input.complaint
    if (!intake) throw new Error('the sample has an intake')
    Object.assign(intake.complainant, { name: '不该出现', phone: '13999999999', unitCode: '9-9-999' })
    const text = await textOf(input)
    expect(text).toContain('匿名')
    expect(text).not.toMatch(/不该出现|13999999999|9-9-999/)
  })

  it('is the phone of another complainant, whoever wrote it down', async () => {
    const input = typicalReceipt(coverage)
    const [answer] = input.complaint.answers ?? []
    if (!answer) throw new Error('the sample is answered')
    answer.content = '林女士的电话是 139-0013 9000，我们也会告诉她。'
    const text = await textOf(input)
    expect(text).toContain('林女士的电话是（电话略）')
    expect(text).not.toMatch(/139-?0013/)
  })

  it('is an 答复 that was given to another complainant alone', async () => {
    const input = typicalReceipt(coverage)
    const [answer] = input.complaint.answers ?? []
    if (!answer) throw new Error('the sample is answered')
    const alone = { ...answer, person: '林秀英', content: '只对林女士说的话' }
    input.complaint.answers = [{ ...answer, person: '张建国' }, alone]
    const { answers } = receiptTexts(input)
    expect(answers.map(({ content }) => content)).toEqual([answer.content])
    expect(await textOf(input)).not.toContain('只对林女士说的话')
  })
})

it('keeps to one page what the longest names and doors leave of it', async () => {
  const input = longestReceipt(coverage)
  input.complaint.answers = []
  expect(await pageTexts(await print(complaintReceiptForm(input)))).toHaveLength(1)
})

it('is blank for a number on which nothing was written', async () => {
  const input = shortReceipt(coverage)
  const { intake } = input.complaint
  if (!intake) throw new Error('the sample has an intake')
  intake.content = ''
  expect(receiptTexts(input)).toEqual(receiptTexts(blankReceipt(coverage)))
})

it('names the characters that no font has, by field', () => {
  const input = typicalReceipt((codePoint) => (codePoint > 0xffff ? null : ''))
  const { intake } = input.complaint
  if (!intake) throw new Error('the sample has an intake')
  intake.content = '𠮷𪚥'
  expect(receiptMissing(input)).toEqual([{ field: '投诉内容', characters: ['𠮷', '𪚥'] }])
})

it('is the same file each time', async () => {
  const form = complaintReceiptForm(longestReceipt(coverage))
  expect(Buffer.from(await print(form)).equals(Buffer.from(await print(form)))).toBe(true)
})
