import type { PersonRole, UnitStatus, UnitUse } from '../types'

/** The words of a file for a choice of domain 4; the first is what export writes. */
type Words<T extends string> = Record<T, readonly [string, ...string[]]>

export const USE_WORDS: Words<UnitUse> = {
  residence: ['住宅', '居住', '住房'],
  shop: ['商铺', '商业', '店铺', '商户'],
  office: ['办公', '写字楼', '办公室'],
}

export const STATUS_WORDS: Words<UnitStatus> = {
  ownerOccupied: ['自住', '已入住', '入住'],
  let: ['出租', '租住', '已出租'],
  vacant: ['空置', '空房', '未入住'],
  unsold: ['未售', '待售'],
}

export const ROLE_WORDS: Words<PersonRole> = {
  owner: ['业主', '户主', '产权人'],
  family: ['家属', '家人', '亲属', '家庭成员'],
  tenant: ['租户', '租客', '承租人'],
  agent: ['代理人', '委托人', '中介'],
  merchant: ['商户', '店主', '商家'],
}

/** The choice that a word names, or null. */
export function choiceOf<T extends string>(words: Words<T>, word: string): T | null {
  const folded = word.normalize('NFKC').replace(/\s+/gu, '')
  const keys = Object.keys(words) as T[]
  return keys.find((key) => words[key].includes(folded)) ?? null
}

/** All words that are written by export, for the sentence that says what to do. */
export function wordsOf<T extends string>(words: Words<T>): string {
  return (Object.keys(words) as T[]).map((key) => words[key][0]).join('、')
}
