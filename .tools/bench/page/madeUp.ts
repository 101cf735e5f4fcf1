import type { ComplaintIntake, Severity } from '../../../shared/domain/complaint/types'
import { CHANNELS } from '../../../shared/domain/complaint/types'
import type { Chance } from './chance'

/* Made-up people and complaints, as long and as varied as those of a real office. */

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇解查任区尹黎易常']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志雄信晓梅']
const PLACES = ['电梯', '地下车库', '楼道', '大堂', '绿化带', '垃圾房', '儿童乐园', '水泵房', '门禁', '信箱']
const FAULTS = [
  '坏了三天没有人来修，老人上下楼很不方便',
  '每天半夜都有很大的响声，孩子睡不好',
  '一直漏水，墙皮已经掉下来一大块',
  '的灯不亮，晚上走路看不清台阶',
  '堆满了装修垃圾，味道很重，叫了几次没有清理',
  '被外来车辆占用，自己的车停不进去',
  '收费和公示的标准不一样，要求说明并退还多收的部分',
]
const WISHES = ['尽快修好', '派人上门查看', '书面答复', '退还费用', '当面道歉', '']
const CREWS = ['维修班', '保安部', '保洁班', '绿化班', '收费处', '客服前台']

export const CREW_NAMES: readonly string[] = CREWS

export function madeUpName(chance: Chance): string {
  const given = chance.below(4) === 0 ? chance.pick(GIVEN) : chance.pick(GIVEN) + chance.pick(GIVEN)
  return chance.pick(SURNAMES) + given
}

export function madeUpPhone(chance: Chance): string {
  return `1${chance.pick(['38', '39', '86', '59', '77'])}${String(chance.below(100_000_000)).padStart(8, '0')}`
}

function digits(chance: Chance, below: number): string {
  return String(chance.below(below) + 1)
}

export function madeUpText(chance: Chance): string {
  const place = `${digits(chance, 24)}号楼${digits(chance, 3)}单元${chance.pick(PLACES)}`
  const history = `已经第${digits(chance, 5)}次反映，上次是${digits(chance, 12)}月${digits(chance, 28)}日`
  return `${place}${chance.pick(FAULTS)}。${history}，工号${1000 + chance.below(9000)}说会处理，之后没有回音。`
}

/** An intake at `registeredAt`. */
export function madeUpIntake(chance: Chance, registeredAt: string): ComplaintIntake {
  const unitCode = `${digits(chance, 24)}-${digits(chance, 3)}-${digits(chance, 28)}0${digits(chance, 4)}`
  return {
    registeredAt,
    channel: chance.pick(CHANNELS),
    complainant: {
      anonymous: false,
      personId: null,
      unitId: null,
      name: madeUpName(chance),
      phone: madeUpPhone(chance),
      unitCode,
    },
    subject: chance.pick(CREWS),
    occurredAt: null,
    place: `${unitCode} ${chance.pick(PLACES)}`,
    content: madeUpText(chance),
    remedy: chance.pick(WISHES),
    lossOrInjury: false,
  }
}

/** One in twenty is 重大, one in four 重要. */
export function madeUpSeverity(chance: Chance): Severity {
  const roll = chance.below(20)
  return roll === 0 ? 'major' : roll < 6 ? 'important' : 'minor'
}
