import { describe, expect, it } from 'vitest'
import type { Block, Cell } from '../definition'
import { forms } from '../registry'
import { shortSample, typicalSample } from '../samples/complaints'
import { blankSample, longestSample } from '../samples/longestComplaint'
import { signersOf } from './closing'
import { complaintVisitForm } from './form'
import type { ComplaintVisitInput } from './input'
import { complaintMissing } from './texts'

const all = (): string => ''

/** Every node of a form, parents before children. */
function nodes(block: Block | Cell): (Block | Cell)[] {
  const inside = [
    ...('stack' in block ? block.stack : []),
    ...('columns' in block ? block.columns : []),
    ...('table' in block ? block.table.body.flat() : []),
  ]
  return [block, ...inside.flatMap(nodes)]
}

function formNodes(input: ComplaintVisitInput): (Block | Cell)[] {
  return complaintVisitForm(input).content.flatMap(nodes)
}

function textOf(node: Block | Cell | undefined): string {
  if (!node || !('text' in node)) return ''
  return typeof node.text === 'string' ? node.text : node.text.map((run) => run.text).join('')
}

/** Labels of the boxes that are ticked: what stands right of a box that has a tick in it. */
function ticked(input: ComplaintVisitInput): string[] {
  return formNodes(input).flatMap((node) => {
    if (!('columns' in node)) return []
    return node.columns.flatMap((column, index) =>
      'canvas' in column && column.canvas.some((shape) => shape.type === 'polyline')
        ? [textOf(node.columns[index + 1])]
        : [],
    )
  })
}

function allText(input: ComplaintVisitInput): string {
  return formNodes(input).map(textOf).join('\n')
}

describe('ticks', () => {
  it('are on what the record says', () => {
    expect(ticked(typicalSample(all))).toEqual([
      '来访',
      '无',
      '有效投诉',
      '服务时效',
      '重要',
      '1.',
      '同意',
      '上门',
    ])
  })

  it('are nowhere on the blank form, and every option is there to be ticked', () => {
    expect(ticked(blankSample(all))).toEqual([])
    const text = allText(blankSample(all))
    for (const option of ['员工发现', '沟通性投诉（发泄型）', '开发商遗留', '重大', '匿名', '短信/微信']) {
      expect(text).toContain(option)
    }
  })
})

describe('what paper never shows', () => {
  it('is the name, phone and unit of somebody who stays unnamed', () => {
    const input = shortSample(all)
    const { intake } = input.complaint
    if (!intake) throw new Error('the sample has an intake')
    intake.complainant = {
      anonymous: true,
      personId: 'p1',
      unitId: 'u1',
      name: '不该出现',
      phone: '139 9999 9999',
      unitCode: '9-9-999',
    }
    expect(ticked(input)).toContain('匿名')
    expect(allText(input)).not.toMatch(/不该出现|139 9999 9999|9-9-999/)
  })
})

describe('who signs', () => {
  const roles = (input: ComplaintVisitInput): string[] => signersOf(input.complaint).map(({ role }) => role)

  it('is the desk, whoever is responsible and the supervisor; the person who came', () => {
    expect(roles(shortSample(all))).toEqual(['接待人', '责任人', '客服主管'])
    expect(roles(typicalSample(all))).toEqual(['接待人', '责任人', '客服主管', '投诉人'])
  })

  it.each([
    ['fees', 'minor', true],
    ['attitude', 'minor', true],
    ['quality', 'major', true],
    ['quality', 'important', false],
  ] as const)('asks the director for %s, %s: %s', (cause, severity, asked) => {
    const { complaint } = typicalSample(all)
    const { judgement } = complaint
    if (!judgement) throw new Error('the sample is judged')
    const signers = signersOf({ ...complaint, judgement: { ...judgement, cause, severity } })
    expect(signers.some(({ role }) => role === '主任')).toBe(asked)
  })

  it('is everybody on a blank form', () => {
    expect(roles(blankSample(all))).toEqual(['接待人', '责任人', '客服主管', '主任', '投诉人'])
  })
})

describe('missing characters', () => {
  it('are named with their field', () => {
    const input = typicalSample(() => '')
    const bmpOnly = (codePoint: number): string | null => (codePoint > 0xffff ? null : '')
    const { intake } = input.complaint
    if (!intake) throw new Error('the sample has an intake')
    intake.content = '𠮷𪚥𠮷'
    input.complaint.receivedBy = '欧阳𠮷'
    input.sheet.coverage = bmpOnly
    expect(complaintMissing(input)).toEqual([
      { field: '接待人', characters: ['𠮷'] },
      { field: '投诉内容', characters: ['𠮷', '𪚥'] },
    ])
  })

  it('are none where all can be printed', () => {
    expect(complaintMissing(longestSample(all))).toEqual([])
  })
})

it('is data that can be sent to a worker, the same for the same record', () => {
  const definition = complaintVisitForm(longestSample(all))
  expect(structuredClone(definition)).toEqual(definition)
  expect(complaintVisitForm(longestSample(all))).toEqual(definition)
  expect(definition.title).toBe(`${forms.complaintVisit.title} 客服-TS-2026-B12345`)
})
