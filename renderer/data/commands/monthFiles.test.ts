import { describe, expect, it } from 'vitest'
import { knownPeople } from '../queries/knownPeople'
import { monthFilesOf } from '../queries/monthFiles'
import { openTestOffice } from '../testing/office'
import { noteMonthBookCommand, noteMonthPackageCommand } from './monthFiles'

const sha256 = 'a'.repeat(64)
const book = { month: '2026-03', sheets: 12, records: 40, sha256 }
const given = {
  month: '2026-03',
  records: 40,
  kinds: ['measures' as const],
  texts: 7,
  sha256: 'b'.repeat(64),
}

describe('files of a month in the chain (domain 12, 13)', () => {
  it('tells who handed out what, how many and which bytes, the newest first, month by month', async () => {
    const office = await openTestOffice()
    await office.signInAs('supervisor')
    expect(await office.runner.run(noteMonthBookCommand, book)).toMatchObject({ ok: true })
    office.clock.now = '2026-03-02T02:00:00.000Z'
    expect(await office.runner.run(noteMonthPackageCommand, given)).toMatchObject({ ok: true })
    const files = await monthFilesOf(office.db, '2026-03')
    expect(files).toMatchObject([
      { kind: 'package', records: 40, texts: 7, sha256: 'b'.repeat(64), at: '2026-03-02T02:00:00.000Z' },
      { kind: 'book', sheets: 12, records: 40, sha256 },
    ])
    expect(files[0]?.by).not.toBe('')
    expect(await monthFilesOf(office.db, '2026-02')).toEqual([])
  })

  it('is written into the journal, and changes no record', async () => {
    const office = await openTestOffice()
    await office.signInAs('supervisor')
    const before = office.lines.length
    await office.runner.run(noteMonthPackageCommand, given)
    expect(office.lines.slice(before).map(({ body }) => JSON.parse(body))).toMatchObject([
      { audit: { command: 'monthFiles.package', refs: [{ id: 'files:2026-03' }] }, writes: [] },
    ])
  })

  it.each([
    ['clerk', true, false],
    ['supervisor', true, true],
    ['director', true, true],
    ['viewer', false, false],
  ] as const)('lets a %s export: %s, and make the package: %s', async (role, exports, packs) => {
    const office = await openTestOffice()
    await office.signInAs(role)
    expect((await office.runner.run(noteMonthBookCommand, book)).ok).toBe(exports)
    expect((await office.runner.run(noteMonthPackageCommand, given)).ok).toBe(packs)
  })

  it('refuses what names no month and no digest', async () => {
    const office = await openTestOffice()
    await office.signInAs('director')
    for (const change of [{ month: '2026-13' }, { sha256: '' }, { records: -1 }]) {
      expect(await office.runner.run(noteMonthBookCommand, { ...book, ...change })).toMatchObject({
        refusal: { key: 'input.invalid' },
      })
    }
  })

  it('knows the users as people too', async () => {
    const office = await openTestOffice()
    await office.signInAs('clerk')
    const { names } = await knownPeople(office.db)
    const users = await office.db.of('users').toArray()
    expect(names).toEqual(expect.arrayContaining(users.map(({ name }) => name)))
  })
})
