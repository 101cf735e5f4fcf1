import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerpt, fits } from './excerpt'

const room = { lines: 2, width: 110, size: 10 }
const MORE = '……（摘录）'

it('leaves alone what has room', () => {
  expect(excerpt('大堂三天没有拖。', room, MORE)).toBe('大堂三天没有拖。')
  expect(excerpt('第一行\n第二行', room, MORE)).toBe('第一行\n第二行')
})

it('ends with a sentence where that costs little, and says that it goes on', () => {
  expect(excerpt('楼上漏水到我家三天了，没人管。后来物业说不归他们管，要自己修', room, MORE)).toBe(
    '楼上漏水到我家三天了，……（摘录）',
  )
})

it('never makes another number by cutting one', () => {
  expect(excerpt('车停在B2层128号车位13800138000138001380001380', room, MORE)).not.toMatch(/\d……/)
})

it('has room for what it answers, and says so whenever something is left out', () => {
  const text = fc.stringMatching(/^[一-龥，。0-9\n]{0,200}$/u)
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 6 }), (said, lines) => {
      const asked = { ...room, lines }
      const shown = excerpt(said, asked, MORE)
      expect(fits(shown, asked)).toBe(true)
      if (fits(said, asked)) expect(shown).toBe(said.trimEnd())
      else expect(shown.endsWith(MORE)).toBe(true)
    }),
  )
})
