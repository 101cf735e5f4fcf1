import type { IncidentKind } from './kinds'

/** The types as forms and the search call them, to the letter of domain 7. */
export const INCIDENT_KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  theft: '失窃',
  propertyDamage: '客户损坏财物',
  drunk: '醉客',
  fight: '打架斗殴',
  medical: '医疗急救',
  death: '客户死亡',
  powerCut: '停电',
  fire: '火警',
  lift: '电梯故障',
  waterLeak: '水管爆裂/漏水',
  fallingObject: '高空抛物',
  slip: '地滑摔伤',
  vehicleDamage: '车辆受损',
  suspiciousObject: '可疑物品',
  foodPoisoning: '食物中毒',
  traffic: '交通事故',
  weather: '恶劣天气',
  publicHealth: '公共卫生事件',
  other: '其他',
}

/** Words of a complaint that name a type, the more telling ones first. A 死亡 is never guessed. */
const TELLING: readonly [IncidentKind, readonly string[]][] = [
  ['fire', ['着火', '起火', '火灾', '冒烟', '失火', '火警', '烧起来']],
  ['fallingObject', ['高空抛物', '高空坠物', '楼上扔', '楼上掉', '掉下来砸']],
  ['theft', ['失窃', '被盗', '被偷', '小偷', '盗窃', '入室']],
  ['vehicleDamage', ['车被刮', '车被划', '车被砸', '刮花', '划痕', '车窗被', '爱车']],
  ['traffic', ['撞车', '追尾', '交通事故', '车撞']],
  ['lift', ['电梯']],
  ['waterLeak', ['爆管', '水管', '漏水', '渗水', '水淹', '泡水']],
  ['powerCut', ['停电', '跳闸', '断电']],
  ['slip', ['滑倒', '摔倒', '摔伤', '地滑']],
  ['fight', ['打架', '斗殴', '打人', '动手']],
  ['drunk', ['醉酒', '喝醉', '醉汉', '酒后']],
  ['foodPoisoning', ['食物中毒', '吃坏']],
  ['medical', ['晕倒', '急救', '救护车', '昏迷']],
  ['weather', ['台风', '暴雨', '大风', '积水', '雷击']],
  ['suspiciousObject', ['可疑物', '可疑包']],
  ['publicHealth', ['疫情', '传染', '疫病']],
  ['propertyDamage', ['损坏', '弄坏', '砸坏', '撞坏']],
]

/** The type that the words of a complaint name; `other` where none does. */
export function guessKind(words: string): IncidentKind {
  return TELLING.find(([, telling]) => telling.some((word) => words.includes(word)))?.[0] ?? 'other'
}
