import { addCivilDays, civilDayOf } from '../../../shared/util/civilTime'
import { saveCareFlagCommand, saveInstructionCommand, saveBlacklistCommand } from '../commands/householdNotes'
import { importHouseholdsCommand } from '../commands/importHouseholds'
import { setUpOfficeCommand } from '../commands/office'
import { createUserCommand } from '../commands/users'
import type { Chance } from './chance'
import { demoUnits } from './households'
import type { DemoDesk } from './playback'

/** Who works in the demo office; the sign-in says that all PINs are the same. */
const USERS = [
  { who: 'supervisor', name: '吴芳', role: 'supervisor' },
  { who: 'clerk', name: '李晓', role: 'clerk' },
  { who: 'colleague', name: '王婷', role: 'clerk' },
] as const

/** The office, its people, the estate's households with what is to be known of some of them. */
export async function setUpDemoOffice(desk: DemoDesk, chance: Chance, pinHash: string): Promise<void> {
  const { directorId } = await desk.run(setUpOfficeCommand, {
    estateName: '翠湖花园',
    officeName: '翠湖花园管理处（演示）',
    numberPrefix: '客服',
    deviceLetter: '',
    directorName: '陈国华',
    pinHash,
    demo: true,
  })
  const director = await userOf(desk, directorId)
  desk.signIn(director)
  const users = { director, supervisor: director, clerk: director, colleague: director }
  for (const { who, name, role } of USERS) {
    const { userId } = await desk.run(createUserCommand, { name, role, active: true, pinHash })
    users[who] = await userOf(desk, userId)
  }
  await desk.run(createUserCommand, { name: '总部检查', role: 'viewer', active: true, pinHash })
  desk.users = users
  await desk.run(importHouseholdsCommand, { units: demoUnits(chance), fileName: '演示住户.xlsx' })
  await noteHouseholds(desk, chance)
}

async function userOf(desk: DemoDesk, id: string) {
  const user = await desk.db.of('users').get(id)
  if (!user) throw new Error(`no user ${id}`)
  return user
}

const CARE = [
  { kind: 'livesAlone', note: '独居，儿子在外地，敲门要等一会儿' },
  { kind: 'limitedMobility', note: '坐轮椅，需要帮忙开单元门' },
  { kind: 'hardship', note: '家中有长期病人，催费先沟通' },
  { kind: 'sensitive', note: '对噪音敏感，上门请先打电话' },
] as const
const STANDING = [
  { kind: 'away', note: '全家外出，有事打电话' },
  { kind: 'keyHeld', note: '备用钥匙一把，放前台钥匙柜' },
  { kind: 'acceptDelivery', note: '快递放前台代收' },
  { kind: 'denyPass', note: '搬出物品须业主本人同意' },
] as const
const BANNED = [
  { name: '某家政推销', description: '自称社区服务，胸前挂牌', reason: '冒充物业人员上门推销' },
  { name: '张贴广告人员', description: '骑蓝色电动车', reason: '在楼道张贴小广告，劝阻后再犯' },
] as const

async function noteHouseholds(desk: DemoDesk, chance: Chance): Promise<void> {
  const units = await desk.db.of('units').orderBy('code').primaryKeys()
  const today = civilDayOf(desk.at())
  const expiresOn = civilDayOf(addCivilDays(desk.at(), 500))
  for (let made = 0; made < 26; made += 1) {
    const unitId = String(chance.pick(units))
    await desk.run(saveCareFlagCommand, { id: null, unitId, expiresOn, visibleTo: [], ...chance.pick(CARE) })
  }
  for (let made = 0; made < 18; made += 1) {
    const unitId = String(chance.pick(units))
    const standing = { startsOn: today, expiresOn, ...chance.pick(STANDING) }
    await desk.run(saveInstructionCommand, { id: null, unitId, ...standing })
  }
  for (const entry of BANNED) {
    await desk.run(saveBlacklistCommand, { id: null, incidentDate: today, until: expiresOn, ...entry })
  }
}
