import { expect, it } from 'vitest'
import { PageContent } from './pageContent'

/** The operators of a page on which these were drawn. */
function drawn(lines: readonly string[]): string[] {
  const content = new PageContent()
  for (const line of lines) content.add(line)
  return content.take()
}

it('leaves out what is set already', () => {
  expect(drawn(['0.6 w', '[] 0 d', '0 0 m', '0.6 w', '[] 0 d', '9 9 l', 'S', '1 w', '0.6 w'])).toEqual([
    '0.6 w',
    '[] 0 d',
    '0 0 m',
    '9 9 l',
    'S',
    '1 w',
    '0.6 w',
  ])
})

it('knows that Q brings back what q saved', () => {
  const lines = ['1 w', 'q', '2 w', 'Q', '1 w', '2 w', 'q', 'Q', '2 w']
  expect(drawn(lines)).toEqual(['1 w', 'q', '2 w', 'Q', '2 w', 'q', 'Q'])
})

it('takes nothing for granted at the start of a page', () => {
  expect(drawn(['Q', '1 w'])).toEqual(['Q', '1 w'])
})

it('fills what has a path, and nothing else', () => {
  expect(drawn(['f', '0 0 9 9 re', '1 0 0 scn', 'f', 'f', '0 0 m', '9 9 l', 'S', 'f'])).toEqual([
    '0 0 9 9 re',
    '1 0 0 scn',
    'f',
    '0 0 m',
    '9 9 l',
    'S',
  ])
})

const word = { stretches: [{ hex: '0001', step: 0 }], width: 1000, glyphs: 1 }
const at = (x: number) => ({ font: 'F1', size: 10, spacing: 0, x, y: 20 })

it('writes words together until something else is drawn, in the order of drawing', () => {
  const content = new PageContent()
  content.add('1 w')
  content.addText(100, at(10), word)
  // Set already, and a filling of nothing: what pdfmake says for each word.
  content.add('1 w')
  content.add('f')
  content.addText(100, at(20), word)
  content.add('2 w')
  content.addText(100, at(30), word)
  const text = (x: number, hex: string) => [
    'q',
    '1 0 0 -1 0 100 cm',
    'BT',
    `1 0 0 1 ${x} 20 Tm`,
    '/F1 10 Tf',
    `[<${hex}>] TJ`,
    'ET',
    'Q',
  ]
  expect(content.take()).toEqual(['1 w', ...text(10, '00010001'), '2 w', ...text(30, '0001')])
})
