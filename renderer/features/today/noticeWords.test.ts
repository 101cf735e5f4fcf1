import { createInstance, type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import today from '../../../resources/locales/zh-CN/today.json'
import { type FallenInWords, noticeWords } from './noticeWords'

let t: TFunction<'today'>
beforeAll(async () => {
  const words = createInstance()
  await words.init({ lng: 'zh-CN', resources: { 'zh-CN': { today } }, interpolation: { escapeValue: false } })
  t = words.getFixedT('zh-CN', 'today')
})

function fallen(id: string, changes: Partial<FallenInWords> = {}): FallenInWords {
  return {
    register: 'complaints',
    id,
    duty: 'returnVisit',
    dueAt: '2026-11-20T02:00:00.000Z',
    number: `客服-TS-2026-${id}`,
    registerLabel: '投诉',
    dutyLabel: '回访',
    ...changes,
  }
}

describe('the words of a notice (domain 11)', () => {
  it('name one matter by its duty and number, and lead to it', () => {
    expect(noticeWords({ kind: 'fallen', dues: [fallen('0042')] }, false, t)).toEqual({
      title: '回访到期',
      body: '客服-TS-2026-0042',
      route: '/complaints/0042',
    })
  })

  it('repeat nothing of what a person said, who may have named people and phones', () => {
    const said = { ...fallen('0042'), about: '我是张三，请打13800138000', who: '5-2-301 张三' }
    const { title, body } = noticeWords({ kind: 'fallen', dues: [said] }, false, t)
    expect(`${title}${body}`).not.toMatch(/张三|138|5-2-301/)
  })

  it('bundle several, of one register or of more', () => {
    const dues = [fallen('0001'), fallen('0002'), fallen('0003', { dutyLabel: '承诺期限' })]
    expect(noticeWords({ kind: 'fallen', dues }, false, t)).toEqual({
      title: '3 件投诉到期',
      body: '回访 2 件 · 承诺期限 1 件',
      route: '/today',
    })
    const more = [...dues, fallen('0004', { register: 'lostItems', registerLabel: '失物招领' })]
    expect(noticeWords({ kind: 'fallen', dues: more }, false, t).title).toBe('4 件到期')
  })

  it('behind the lock say how many, and nothing of any of them', () => {
    const { title, body, route } = noticeWords({ kind: 'fallen', dues: [fallen('0042')] }, true, t)
    expect({ title, route }).toEqual({ title: '1 件投诉到期', route: '/today' })
    expect(`${title}${body}`).not.toMatch(/0042|回访/)
  })

  it('tell the morning’s work, and what is late already', () => {
    const said = (overdue: number, due: number) => {
      const { title, body } = noticeWords({ kind: 'morning', overdue, today: due }, false, t)
      return [title, body]
    }
    expect(said(0, 3)).toEqual(['今天到期 3 件', ''])
    expect(said(2, 3)).toEqual(['今天到期 3 件', '另有 2 件已超期'])
    expect(said(2, 0)).toEqual(['已超期 2 件', ''])
  })
})
