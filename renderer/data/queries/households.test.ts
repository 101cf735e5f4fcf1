import 'fake-indexeddb/auto'
import { beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../shared/domain/office/types'
import { loadPinyin } from '../../../shared/util/pinyin'
import { saveCareFlagCommand } from '../commands/householdNotes'
import { saveUnitCommand } from '../commands/households'
import { kept } from '../testing/months'
import { openTestOffice } from '../testing/office'
import { getHousehold } from './households'

beforeAll(loadPinyin)

it('hands out nothing of a 重点关注 that is for others (domain 4)', async () => {
  const { db, runner, session, signInAs } = await openTestOffice()
  db.reader = () => {
    const { user } = session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await signInAs('director')
  const place = { building: '3', section: '', room: '502', use: 'residence', area: null } as const
  const unit = { id: null, ...place, status: 'ownerOccupied', moveInDate: null } as const
  const { id: unitId } = kept(await runner.run(saveUnitCommand, unit))
  const flag = { id: null, unitId, kind: 'livesAlone', expiresOn: null } as const
  kept(await runner.run(saveCareFlagCommand, { ...flag, note: '只给主任看', visibleTo: ['director'] }))
  kept(await runner.run(saveCareFlagCommand, { ...flag, note: '都能看', visibleTo: [] }))
  const seenBy = async (role: Role) => {
    await signInAs(role)
    return JSON.stringify(await getHousehold(db, unitId, role, '2026-03-02'))
  }
  expect(await seenBy('director')).toContain('只给主任看')
  for (const role of ['clerk', 'supervisor', 'viewer'] as const) {
    expect(await seenBy(role)).toContain('都能看')
    expect(await seenBy(role)).not.toContain('只给主任看')
  }
  // Whatever role is asked for, it is who is signed in that counts.
  await signInAs('clerk')
  expect(JSON.stringify(await getHousehold(db, unitId, 'director', '2026-03-02'))).not.toContain('只给主任看')
})
