import { describe, expect, it, vi } from 'vitest'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import type { ComplaintVisitInput } from '../../shared/documents/complaintVisit/input'
import { complaintTexts } from '../../shared/documents/complaintVisit/texts'
import { printable } from '../../shared/documents/runs'
import { shortSample, typicalSample, voidedSample } from '../../shared/documents/samples/complaints'
import { blankSample, longestSample } from '../../shared/documents/samples/longestComplaint'
import { longText } from '../../shared/documents/samples/longText'
import { formatCivil } from '../../shared/util/civilTime'
import { coverage } from './fonts/coverage'
import { formText, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintVisitInput][] = [
  ['short', shortSample(coverage)],
  ['typical', typicalSample(coverage)],
  ['voided', voidedSample(coverage)],
  ['longest', longestSample(coverage)],
  ['blank', blankSample(coverage)],
]

const LABELS =
  '登记时间 接待人 事发时间 渠道 投诉人 匿名 电话 房号 被投诉人或部门 事发地点 投诉内容 诉求 附件 性质 原因类别 程度 判定人 判定时间 责任部门 责任人 派工时间 派工人 承诺期限 完成时间 延期告知 调查经过 原因分析 处理方案 处理措施 答复时间 答复人 答复方式 答复内容 回访时间 方式 回访人 结果 投诉人的话 核实人 核实时间 核实意见 总结评价 纠正措施 报告总部 关联编号 关闭时间 关闭人 接待人签名 责任人签名 客服主管签名'.split(
    ' ',
  )

/** Every instant in the record, wherever it stands. */
function instants(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(instants)
}

describe.each(samples)('《投诉来访记录》, %s', (name, input) => {
  const made = print(complaintVisitForm(input))

  it('holds every text of the record, whole', async () => {
    const text = await formText(await made)
    for (const [label, said] of complaintTexts(input)) {
      const lines = printable(said).split('\n').map(squeezed)
      for (const line of lines) expect(text, label).toContain(line)
    }
  })

  it('holds every time, number and attachment', async () => {
    const text = await formText(await made)
    for (const at of instants(input.complaint)) expect(text).toContain(squeezed(formatCivil(at)))
    const numbers = (input.complaint.links ?? []).map(({ number }) => number)
    for (const said of [...numbers, ...(input.attachmentNames ?? [])]) {
      expect(text).toContain(squeezed(said))
    }
  })

  it('has every label, so that a hand can fill what is empty', async () => {
    const text = await formText(await made)
    for (const label of LABELS) expect(text).toContain(label)
  })

  it('says on every page which record and page it is', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`No: ${input.sheet.number}`)
      expect(page).toContain('KF-TS-01')
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
    })
    expect(pages[0]).toContain('翠湖花园管理处')
    expect(pages[0]).toContain(`打印版次：第 ${input.sheet.version} 次`)
    expect(pages[0]).toContain('打印时间：2026-11-21 15:30')
  })

  it('draws its boxes: no font has them all', async () => {
    expect(await formText(await made)).not.toMatch(/[☐☑☒✓✔]/)
  })

  it('fits the paper, and the sheet is small enough to keep', async () => {
    const info = await pdfInfo(await made)
    expect(info['Page size']).toContain('A4')
    expect(info.Title).toBe(`投诉来访记录 ${input.sheet.number}`)
    expect(info.CreationDate).toMatch(/^2026-11-21T/)
    if (name !== 'longest') expect((await made).length).toBeLessThanOrEqual(100 * 1024)
  })
})

describe('a voided complaint', () => {
  it('says so on every page, and on the first why, by whom and when', async () => {
    const input = voidedSample(coverage)
    const pages = await pageTexts(await print(complaintVisitForm(input)))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page.split('\n').map((line) => line.trim())).toContain('作废')
    for (const page of pages.slice(1)) expect(page).toContain('【作废】投诉来访记录（续）')
    expect(squeezed(pages[0] ?? '')).toContain(
      squeezed('作废：与客服-TS-2026-0041重复登记，以先登记的为准　经手人：王海涛　时间：2026-11-06 17:30'),
    )
  })

  it('is the same file each time', async () => {
    const form = complaintVisitForm(voidedSample(coverage))
    expect(Buffer.from(await print(form)).equals(Buffer.from(await print(form)))).toBe(true)
  })

  it('keeps a reason of many lines whole', async () => {
    const input = voidedSample(coverage)
    const { void: voided } = input.complaint
    if (!voided) throw new Error('the sample is voided')
    const reason = longText(2000)
    input.complaint.void = { ...voided, reason }
    const text = await formText(await print(complaintVisitForm(input)))
    for (const line of reason.split('\n')) expect(text).toContain(squeezed(printable(line)))
  })

  it('is told from a valid one', async () => {
    const text = await formText(await print(complaintVisitForm(typicalSample(coverage))))
    expect(text).not.toContain('作废')
  })
})

it.each([
  ['13912345678', '139 1234 5678'],
  ['4001234567', '400 123 4567'],
  ['075526888888', '0755-2688 8888'],
  ['075526888888-80123', '0755-2688 8888-80123'],
])('prints the phone %s in groups on one line: %s', async (phone, shown) => {
  const input = typicalSample(coverage)
  const { intake } = input.complaint
  if (!intake) throw new Error('the sample has an intake')
  intake.complainant.phone = phone
  const [page = ''] = await pageTexts(await print(complaintVisitForm(input)))
  expect(page).toContain(shown)
})

it('says whom an 答复 and a 回访 were for, and who rang again', async () => {
  const input = typicalSample(coverage)
  const { answers = [], others = [] } = input.complaint
  input.complaint.answers = answers.map((answer) => ({ ...answer, person: '林秀英' }))
  input.complaint.others = others.flatMap((one) => [one, { ...one, id: 'o2', words: '还没有人来' }])
  const text = await formText(await print(complaintVisitForm(input)))
  expect(text).toContain('答复对象林秀英')
  expect(text).toContain('（张建国）不漏了')
  expect(text).toContain('（再次来电）还没有人来')
})
