import { describe, expect, it } from 'vitest'
import { CAUSES } from '../../../shared/domain/complaint/types'
import { checkWords, GUIDANCE_LISTS } from '../../../shared/domain/guidance/edit'
import { isGeneral } from '../../../shared/domain/guidance/match'
import { isOwn } from '../../../shared/domain/guidance/merge'
import { guidanceMatterSchema } from '../../../shared/schema'
import { GUIDANCE_FILES, loadGuidance } from './catalogue'

const onDisk = Object.keys(import.meta.glob('../../../resources/catalogues/guidance/*.json'))
const catalogue = await loadGuidance()

/** Chapters and articles as they are written: 《法》 or 《法》第1、22条. Numbers inside the current texts only. */
const ARTICLE = /^(《[^《》]+》(第\d+(、\d+)*条)?)(《[^《》]+》)*$/
const LAST_ARTICLE: Record<string, number> = {
  民法典: 1260,
  物业管理条例: 67,
  个人信息保护法: 74,
}

describe('catalogue of 处理指引 (domain 9)', () => {
  it('reads every file there is', () => {
    expect(onDisk.map((path) => /(\w+)\.json$/.exec(path)?.[1]).sort()).toEqual([...GUIDANCE_FILES].sort())
  })

  it('has at least 45 matters and one general entry for each 原因类别', () => {
    expect(catalogue.filter((matter) => !isGeneral(matter)).length).toBeGreaterThanOrEqual(45)
    for (const cause of CAUSES) {
      const general = catalogue.filter((matter) => isGeneral(matter) && matter.causes.includes(cause))
      expect([cause, general.map(({ id }) => id)]).toEqual([cause, [`general-${cause}`]])
      expect(catalogue.some((matter) => !isGeneral(matter) && matter.causes.includes(cause))).toBe(true)
    }
  })

  it('gives every matter an id and a title of its own', () => {
    const ids = catalogue.map(({ id }) => id)
    const titles = catalogue.map(({ title }) => title)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(titles).size).toBe(titles.length)
    expect(catalogue.filter(isOwn)).toEqual([])
  })

  it.each(catalogue.map((matter) => [matter.id, matter] as const))('%s is whole', (_id, matter) => {
    expect(guidanceMatterSchema.safeParse(matter).error).toBeUndefined()
    expect(checkWords(matter)).toMatchObject({ ok: true })
    for (const list of GUIDANCE_LISTS) {
      expect([list, matter[list].length]).toEqual([list, Math.min(5, Math.max(2, matter[list].length))])
      expect(matter[list].filter((line) => line.length > 80 || line !== line.trim())).toEqual([])
      expect(new Set(matter[list]).size).toBe(matter[list].length)
    }
    expect(new Set(matter.keywords).size).toBe(matter.keywords.length)
    expect(matter.laws.length).toBeGreaterThan(0)
  })

  it.each(catalogue.flatMap(({ id, laws }) => laws.map((law) => [id, law.article, law.sense] as const)))(
    '%s cites %s',
    (_id, article, sense) => {
      expect(article).toMatch(ARTICLE)
      expect(sense.length).toBeLessThanOrEqual(80)
      const [, law = '', numbers = ''] = /^《([^》]+)》(?:第([\d、]+)条)?/.exec(article) ?? []
      for (const number of numbers.split('、').filter(Boolean)) {
        expect(Number(number)).toBeLessThanOrEqual(LAST_ARTICLE[law] ?? 0)
      }
    },
  )

  it('never cites 物业管理条例 48, which binds the government and not the company (law)', () => {
    const cited = catalogue.flatMap(({ laws }) => laws.map(({ article }) => article))
    expect(cited.filter((article) => /物业管理条例》第([\d、]*、)?48[、条]/.test(article))).toEqual([])
  })

  it('never offers to cut water or power for fees (民法典 944)', () => {
    const offered = catalogue.flatMap(({ say, act }) => [...say, ...act])
    expect(offered.filter((line) => /停(水|电|气|热).*(催|欠)/.test(line))).toEqual([])
  })
})
