import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutPhones } from './otherPhones'

it.each([
  ['打13900139000找我', ['139 0013 9000'], '打（电话略）找我'],
  ['打139-0013-9000或13800138000', ['13900139000'], '打（电话略）或13800138000'],
  ['13900139000 13700137000', ['13700137000', '13900139000'], '（电话略） （电话略）'],
  ['+86 139 0013 9000', ['13900139000'], '（电话略）'],
  ['家里(0755)2688 8888，或26888888', ['0755-26888888'], '家里（电话略），或（电话略）'],
  ['单号1390013900012，押金139元', ['13900139000'], '单号1390013900012，押金139元'],
  ['拨110、12345', ['110', '12345'], '拨110、12345'],
  ['没有人留过电话：13900139000', ['', '  '], '没有人留过电话：13900139000'],
])('%s', (text, phones, said) => {
  expect(withoutPhones(text, phones)).toBe(said)
})

it('leaves no phone standing, however it is grouped, and nothing else out (forms, "Never on a copy")', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
  const gap = fc.constantFrom('', ' ', '-', ' - ')
  fc.assert(
    fc.property(phone, fc.array(gap, { minLength: 10, maxLength: 10 }), (number, gaps) => {
      const grouped = [...number].map((digit, at) => digit + (gaps[at] ?? '')).join('')
      expect(withoutPhones(`电话${grouped}，找王`, [number])).toBe('电话（电话略），找王')
    }),
  )
})
