import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { freeBytes } from './diskSpace'
import { safeFileName } from './fileNames'
import { encodeText } from './textEncoding'

it('encodes for Excel and for older software, rare characters too', async () => {
  const text = '姓名,备注\r\n𠮷野,㐂€🙂\r\n'
  for (const encoding of ['utf8-bom', 'gb18030'] as const) {
    const bytes = await encodeText(text, encoding)
    expect(new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8').decode(bytes)).toBe(text)
  }
  expect([...(await encodeText('a', 'utf8-bom'))]).toEqual([0xef, 0xbb, 0xbf, 97])
  expect([...(await encodeText('\uFEFFa', 'utf8-bom'))]).toEqual([0xef, 0xbb, 0xbf, 97])
})

it.each([
  ['投诉来访记录 客服-TS-2026-0001.pdf', '投诉来访记录 客服-TS-2026-0001.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['CON.pdf', '_CON.pdf'],
  ['a:b*c?.csv', 'a_b_c_.csv'],
  [' .. ', 'file'],
  ['x\u202Efdp.exe', 'x_fdp.exe'],
  ['con', '_con'],
  ['CON .txt', '_CON .txt'],
  ['com1.csv', '_com1.csv'],
  ['LPT³', '_LPT³'],
  ['CONOUT$', '_CONOUT$'],
  ['contract.pdf', 'contract.pdf'],
  ['a\0b.pdf', 'a_b.pdf'],
  ['报表. . .', '报表'],
  ['C:\\x\\y.pdf', 'C__x_y.pdf'],
  [`${'长'.repeat(59)} . ${'x'.repeat(20)}`, '长'.repeat(59)],
])('makes %j a name for every system', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

it('always gives a name without folders that fits', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(`${name}.pdf`)
      expect(safe).not.toMatch(/[/\\\p{Cc}]/u)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
      expect(safe).not.toMatch(/^[.\s]|[.\s]$|^(con|nul|aux|prn)(\.|$)/i)
      expect(safe.length).toBeGreaterThan(0)
    }),
  )
})

it('tells the free space of the tightest folder', async () => {
  expect(await freeBytes(['/', '/tmp'])).toBeGreaterThan(0)
  await expect(freeBytes(['/no/such/folder'])).rejects.toThrow('ENOENT')
})
