import type { MappedText } from './mappedText'
import { spanOf } from './mappedText'
import { TITLED } from './surnames'

/** What stands instead of something personal. */
export const MARKS = {
  name: '〔姓名〕',
  phone: '〔号码〕',
  plate: '〔车牌〕',
  door: '〔房号〕',
  account: '〔账号〕',
} as const
export type PersonalKind = keyof typeof MARKS

/** A stretch of a text that names somebody. */
export interface Found {
  from: number
  until: number
  kind: PersonalKind
}

const DIGIT = '\\d'
const HAN = '[零〇一二三四五六七八九十百两]'
const NUMBER = `(?:[A-Za-z]?\\d{1,4}[A-Za-z]?|${HAN}{1,4})`
const ROOM = `(?:\\d{3,4}[A-Za-z]?|${HAN}{3,4})`
const GAP = '[\\s\\-—–]{0,3}'
const BUILDING = '(?:号楼|栋|幢|座|号|楼|#)'

/** Patterns over a text in NFKC; the group `it`, where there is one, is what is taken out. */
const PATTERNS: readonly [PersonalKind, RegExp][] = [
  ['account', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  [
    'account',
    /(?:微信|wei ?xin|wechat|wx|vx|v信|qq|扣扣|抖音|支付宝)(?:账号|号码|号|id)?\s*(?:是|为)?\s*[:：]?\s*(?<it>[\w-]{5,30})/giu,
  ],
  // A number to be reached by, a card, an identity paper: seven digits or more, however they are grouped.
  ['phone', /\+?\d(?:[\s\-—–()（）.·]{0,2}\d){6,}[\dXx]?/gu],
  ['phone', /[零〇一二三四五六七八九幺]{7,}/gu],
  ['phone', /(?:身份证|证件|证号|末四位|后四位|末4位|后4位|尾号)[^\d\n]{0,8}(?<it>\d{3,4}[\dXx]?)(?!\d)/gu],
  ['phone', /(?:电话|手机|座机|分机|短号|联系方式|致电|拨打)[^\d\n]{0,6}(?<it>\d{3,}(?:-\d+)?)/gu],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][\s·.-]*[A-Za-z][\s·.-]*(?:[A-Za-z0-9][\s·-]*){4,5}[A-Za-z0-9挂学警港澳]/gu,
  ],
  ['plate', /(?:车牌|牌号|尾号)[^\w\n]{0,6}(?<it>[A-Za-z0-9]{3,8})/gu],
  [
    'door',
    new RegExp(
      `${NUMBER}${GAP}${BUILDING}${GAP}${NUMBER}${GAP}(?:单元|门|梯)(?:${GAP}${NUMBER}${GAP}(?:室|房|号|户)?)?`,
      'gu',
    ),
  ],
  [
    'door',
    new RegExp(
      `${NUMBER}${GAP}${BUILDING}${GAP}(?:${ROOM}|${NUMBER}${GAP}(?:室|房|户))(?:室|房|号|户)?`,
      'gu',
    ),
  ],
  ['door', new RegExp(`${NUMBER}${GAP}(?:单元|门|梯)${GAP}${ROOM}(?:室|房|号|户)?`, 'gu')],
  ['door', new RegExp(`${ROOM}\\s*(?:室|号?房(?!屋)|号?户)`, 'gu')],
  ['door', /(?<![\w-])[A-Za-z]?\d{1,3}\s*[-—–]\s*\d{1,2}\s*[-—–]\s*\d{2,4}[A-Za-z]?(?![\w-])/gu],
  ['door', /(?<![\w.-])[A-Za-z]?\d{1,2}\s*[-—–]\s*\d{3,4}[A-Za-z]?(?![\w-])/gu],
  ['name', TITLED],
]

/** Days and numbers of records look like phones and are none. `2026-11-21`, `客服-TS-2026-0001`. */
const HARMLESS = new RegExp(
  `(?<!${DIGIT})(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!${DIGIT})|-[A-Z]{2}-20\\d{2}-[A-Z]?\\d{4,6}(?!${DIGIT})`,
  'gu',
)

/** What patterns find in a text in NFKC. */
export function foundByPattern(base: MappedText): Found[] {
  // Kept as long as it is: places stay places.
  const text = base.text.replaceAll(HARMLESS, (harmless) => '\u0000'.repeat(harmless.length))
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Found => {
      const it = match.groups?.['it']
      const at = it === undefined ? match.index : match.index + match[0].lastIndexOf(it)
      const [from, until] = spanOf(base, at, at + (it ?? match[0]).length)
      return { from, until, kind }
    }),
  )
}
