import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { matterNamed } from '../../../shared/domain/guidance/testing'
import { guidanceEditSchema } from '../../../shared/schema'
import { listGuidanceEdits } from '../queries/guidance'
import { timelineOf } from '../queries/records'
import { openTestOffice } from '../testing/office'
import {
  hideGuidanceCommand,
  restoreGuidanceCommand,
  saveGuidanceCommand,
  showGuidanceCommand,
} from './guidance'

const original = matterNamed('leak', ['漏水'], ['facilities'])
const { id, ...words } = original

describe('commands of 处理指引 (domain 9)', () => {
  it('keep the office’s words with their history, and give the catalogue’s back', async () => {
    const { runner, db, signInAs } = await openTestOffice()
    await signInAs('supervisor')
    const edited = { id, rev: 0, words: { ...words, say: ['本处的说法'] } }
    const saved = await runner.run(saveGuidanceCommand, edited)
    expect(saved).toMatchObject({ ok: true, value: { confirmed: true, value: { id, rev: 1 } } })
    expect(await runner.run(saveGuidanceCommand, edited)).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
    await runner.run(hideGuidanceCommand, { rev: 1, matter: { ...original, say: ['本处的说法'] } })
    await runner.run(showGuidanceCommand, { rev: 2, matter: { ...original, say: ['本处的说法'] } })
    await runner.run(restoreGuidanceCommand, { rev: 3, original })
    const rows = await listGuidanceEdits(db)
    expect(rows).toMatchObject([{ id, rev: 4, original: true, hidden: false, say: original.say }])
    expect(guidanceEditSchema.safeParse(rows[0]).success).toBe(true)
    const told = (await timelineOf(db, id)).map(({ entry }) => entry.command)
    expect(told).toEqual(['guidance.restore', 'guidance.show', 'guidance.hide', 'guidance.save'])
  })

  it.each(['clerk', 'viewer'] as const)('are not for a %s', async (role) => {
    const { runner, db, signInAs } = await openTestOffice()
    await signInAs(role)
    expect(await runner.run(saveGuidanceCommand, { id, rev: 0, words })).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
    expect(await runner.run(hideGuidanceCommand, { rev: 0, matter: original })).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
    expect(await listGuidanceEdits(db)).toEqual([])
  })
})
