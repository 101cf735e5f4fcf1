import { describe, expect, it, vi } from 'vitest'
import { complaintLedgerForm, ledgerMissing } from '../../shared/documents/complaintLedger/form'
import type { ComplaintLedgerInput } from '../../shared/documents/complaintLedger/input'
import { ledgerTexts } from '../../shared/documents/complaintLedger/row'
import { ledgerSums } from '../../shared/documents/complaintLedger/sums'
import {
  blankLedger,
  longestLedger,
  shortLedger,
  typicalLedger,
} from '../../shared/documents/samples/ledgers'
import { coverage } from './fonts/coverage'
import { pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ComplaintLedgerInput][] = [
  ['short', shortLedger(coverage)],
  ['typical', typicalLedger(coverage)],
  ['longest', longestLedger(coverage)],
  ['blank', blankLedger(coverage)],
]

const HEADS = [
  '编号',
  '登记时间',
  '渠道',
  '投诉人',
  '房号',
  '投诉内容',
  '性质',
  '程度',
  '原因类别',
  '责任部门',
  '责任人',
  '处理措施/结果',
  '完成时间',
  '回访',
  '状态',
]

describe.each(samples)('《投诉登记台账》, %s', (name, input) => {
  const made = print(complaintLedgerForm(input))

  it('repeats its head on every page that has rows, and counts its pages', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
      expect(page).toContain('KF-TS-03')
      for (const head of HEADS) expect(page).toContain(head)
    })
  })

  it('cuts no row over two pages', async () => {
    const pages = await pageTexts(await made)
    for (const row of input.rows ?? []) {
      const [number = '', time = ''] = ledgerTexts(row).map((text) => squeezed(text.split('\n')[0] ?? ''))
      const holding = pages.map(squeezed).filter((page) => page.includes(number))
      expect(holding).toHaveLength(1)
      expect(holding[0]).toContain(time)
    }
  })

  it('holds every text, or says how long it is', async () => {
    const text = squeezed((await pageTexts(await made)).join(''))
    for (const row of input.rows ?? []) {
      for (const said of ledgerTexts(row)) {
        const lines = said.split('\n').map(squeezed)
        const whole = lines.every((line) => text.includes(line))
        expect(whole || text.includes(`……（共${[...said].length}字）`)).toBe(true)
        if (name !== 'longest') expect(whole || said.length > 60).toBe(true)
      }
    }
  })

  it('ends with its sums and the signature', async () => {
    const pages = await pageTexts(await made)
    expect(pages.filter((page) => page.includes('客服主管签名'))).toEqual([pages.at(-1)])
    const sums = input.rows ? ledgerSums(input.rows) : ['合计']
    for (const sum of sums) expect(squeezed(pages.at(-1) ?? '')).toContain(squeezed(sum))
  })

  it('lies on A4 landscape, and says its period', async () => {
    const info = await pdfInfo(await made)
    expect(info['Page size']).toMatch(/^841\.89 x 595\.28/)
    expect(info.Title).toBe(`投诉登记台账 ${input.period}`.trim())
    expect(squeezed((await pageTexts(await made))[0] ?? '')).toContain(squeezed(input.period + input.filter))
  })
})

it('adds up by state', () => {
  expect(ledgerSums(typicalLedger(coverage).rows ?? [])).toEqual([
    '合计：30 件',
    '其中：留号 5 件、受理 5 件、处理完毕 5 件、已回访 5 件、关闭 5 件、作废 5 件',
  ])
  expect(ledgerSums([])).toEqual(['合计：0 件', '本期没有登记投诉。'])
})

it('says so when nothing was registered', async () => {
  const input = { ...shortLedger(coverage), rows: [] }
  const [page] = await pageTexts(await print(complaintLedgerForm(input)))
  expect(page).toContain('本期没有登记投诉。')
})

it('shows no phone, and nobody who stays unnamed', async () => {
  const input = shortLedger(coverage)
  for (const { intake } of input.rows ?? []) {
    Object.assign(intake.complainant, { name: '不该出现', phone: '13999999999', unitCode: '9-9-999' })
  }
  const text = squeezed((await pageTexts(await print(complaintLedgerForm(input)))).join(''))
  expect(text).toContain('匿名')
  expect(text).not.toMatch(/不该出现|13999999999|9-9-999/)
  const typical = (await pageTexts(await print(complaintLedgerForm(typicalLedger(coverage))))).join('')
  expect(squeezed(typical)).not.toContain('13800138000')
})

it('names the characters that no font has, by the number of their row', () => {
  const input = shortLedger((codePoint) => (codePoint > 0xffff ? null : ''))
  for (const { intake } of input.rows ?? []) intake.content = '𠮷女士'
  expect(ledgerMissing(input)).toEqual([{ field: '客服-TS-2026-0001', characters: ['𠮷'] }])
})
