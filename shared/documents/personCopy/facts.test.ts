import { describe, expect, it } from 'vitest'
import { registered } from '../../domain/complaint/testing'
import { copyEntry } from './facts'

const complainant = {
  anonymous: false,
  personId: null,
  unitId: null,
  name: '王小明',
  phone: '13812345678',
  unitCode: '5-2-301',
}
const who = { personId: null, name: '王小明', phone: '' }
const clean = (text: string) => text.replaceAll('李四', '〔姓名〕')

describe('a person’s copy (个人信息保护法 45)', () => {
  it('holds the person’s own data and words, and nobody else’s', () => {
    const record = {
      ...registered({ complainant, content: '李四家漏水', subject: '李四' }),
      summary: '内部评价',
    }
    const text = JSON.stringify(copyEntry('complaints', record, who, clean))
    expect(text).toContain('13812345678')
    expect(text).toContain('〔姓名〕家漏水')
    for (const others of ['李四', '内部评价']) expect(text).not.toContain(others)
  })

  it('is silent where the person is only mentioned', () => {
    const record = registered({
      complainant: { ...complainant, name: '赵六', phone: '' },
      content: '王小明太吵',
    })
    expect(copyEntry('complaints', record, who, clean)).toBeNull()
  })
})
