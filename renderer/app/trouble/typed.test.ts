import { expect, it } from 'vitest'
import { typedIn, typedInDraft, typedText } from './typed'

const field = (label: string, value: string, change: { type?: string; readOnly?: boolean } = {}) => ({
  value,
  labels: [{ textContent: label }],
  getAttribute: () => null,
  ...change,
})

it('gathers what was typed on the screen, with the names of its fields, but no secret (issue: error screen)', () => {
  const fields = [
    field('投诉人 *', '张三'),
    field('电话', ''),
    field('PIN', '246810', { type: 'password' }),
    field('', '1', { type: 'checkbox' }),
    field('编号', '客服-TS-2026-0001', { readOnly: true }),
    { value: '搜的词', labels: null, getAttribute: () => '搜索' },
    field('投诉内容', '电梯坏了\n三天没人来'),
  ]
  expect(typedText(typedIn(fields))).toBe('投诉人：张三\n搜索：搜的词\n投诉内容：电梯坏了\n三天没人来')
})

it('gathers the words of a draft, without the program’s own', () => {
  const values = {
    intake: { channel: 'visit', occurredAt: '2026-11-22T01:00:00.000Z', content: '电梯坏了', remedy: ' ' },
    person: { personId: '0190c2f4-7a1b-7c3d-8e5f-1234567890ab', name: '张三', phone: '13800000000' },
    list: [{ words: 'Lift is broken' }, null, 3, true],
  }
  expect(typedText(typedInDraft(values))).toBe('电梯坏了\n张三\n13800000000\nLift is broken')
})
