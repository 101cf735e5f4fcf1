import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadPinyin, namePinyin } from './pinyin'
import { searchText } from './searchText'
import { foldText } from './textFold'

describe('foldText', () => {
  it.each([
    ['客服-TS-2026-0001', '客服ts20260001'],
    ['浙A·12345', '浙a12345'],
    ['138 1234 5678', '13812345678'],
    ['ＡＢＣ１２３，。！', 'abc123'],
    ['  张\u3000三\u200b\n', '张三'],
    ['5-2-301', '52301'],
    ['《投诉》（漏水）', '投诉漏水'],
    ['𠅤堃', '𠅤堃'],
    ['电梯😀', '电梯😀'],
    ['+86=~', '86'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldText(folded)).toBe(folded)
  })
})

describe('names in pinyin (domain 10: zs → 张三)', () => {
  beforeAll(loadPinyin)

  it.each([
    ['张三', 'zhangsan', 'zs'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['吕布', 'lvbu', 'lb'],
    ['欧阳锋', 'ouyangfeng', 'oyf'],
    ['Tom 王', 'tomwang', 'tw'],
    ['', '', ''],
  ])('%s is %s, %s', (name, full, initials) => {
    expect(namePinyin(name)).toEqual({ full, initials })
  })

  it('joins folded pieces, each once, so that no match runs over two of them', () => {
    const text = searchText({ names: ['张三', ''], texts: ['138 1234 5678', '5-2-301', '张三'] })
    expect(text.split('\n')).toEqual(['张三', '13812345678', '52301', 'zhangsan', 'zs'])
    expect(text).not.toContain(foldText('5678 52301'))
  })
})

describe('before the tables are there', () => {
  it('refuses to store names that could not be found', async () => {
    vi.resetModules()
    const { namePinyin: fresh } = await import('./pinyin')
    expect(() => fresh('张三')).toThrow('loadPinyin')
  })
})
