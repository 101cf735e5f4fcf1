import { createInstance, type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import people from '../../../../resources/locales/zh-CN/people.json'
import { intakeOf } from '../../../data/testing/complaints'
import { blankIntake, type IntakeValues, NOBODY } from '../intake/intakeValues'
import { intakeInOneText } from './intakeInOneText'

let t: TFunction<'people'>
beforeAll(async () => {
  const words = createInstance()
  await words.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { people } },
    interpolation: { escapeValue: false },
  })
  t = words.getFixedT('zh-CN', 'people')
})

const known = { ...intakeOf('一单元电梯异响'), subject: '维保单位', place: '一单元', occurredAt: null }

function said(change: Partial<IntakeValues>): string {
  const values = { ...blankIntake('2026-03-02T01:00:00.000Z', '李晓'), content: '电梯一直响', ...change }
  return intakeInOneText(values, known, t)
}

describe('并入此件 takes along what the form held', () => {
  it('keeps every field that the other person has none for', () => {
    const change = {
      remedy: '今天修好',
      place: '一单元三层',
      subject: '王师傅',
      occurredAt: '2026-03-01T12:30:00.000Z',
    }
    const lines = said(change).split('\n')
    expect(lines).toEqual([
      '电梯一直响',
      '诉求：今天修好',
      '地点：一单元三层',
      '被投诉人或部门：王师傅',
      expect.stringMatching(/^事发时间：2026-03-01 20:30/),
    ])
  })

  it('does not repeat what the record says, nor the door of the person', () => {
    expect(said({ place: ' 一单元', subject: '维保单位 ' })).toBe('电梯一直响')
    expect(said({ place: '5-2-301', complainant: { ...NOBODY, unitCode: '5-2-301' } })).toBe('电梯一直响')
  })
})
