/** Where everybody passes: such a word alone tells a false claimant little. */
const PUBLIC = [
  '地下车库',
  '停车场',
  '车库',
  '大堂',
  '电梯',
  '楼道',
  '走廊',
  '花园',
  '中庭',
  '广场',
  '会所',
  '泳池',
  '健身',
  '儿童',
  '篮球场',
  '球场',
  '商铺',
  '商业街',
  '超市',
  '快递柜',
  '驿站',
  '公告栏',
  '垃圾',
  '南门',
  '北门',
  '东门',
  '西门',
  '大门',
  '门岗',
  '道路',
  '人行道',
]

const BUILDING = /\d{1,3}\s*(?:号楼|栋|幢|座)/u

/** A longer word of the place that a short one stands for. */
const CALLED: Readonly<Record<string, string>> = {
  泳池: '游泳池',
  健身: '健身区',
  儿童: '儿童活动区',
  垃圾: '垃圾房附近',
  电梯: '电梯',
}

/**
 * Roughly where a thing was found, for everybody to read: the building, else the public place, else the estate. The
 * exact place is what its owner must know and nobody else (forms: 招领公告).
 */
export function roughPlace(place: string): string {
  const building = BUILDING.exec(place.normalize('NFKC'))?.[0].replaceAll(/\s/gu, '')
  if (building) return building
  const known = PUBLIC.find((word) => place.includes(word))
  return known ? (CALLED[known] ?? known) : '小区内'
}
