import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { closed, judged, registered, VISITED_AT } from '../../../../../shared/domain/complaint/testing'
import type { Correction } from '../../../../../shared/domain/correction/types'
import { archived, telling } from '../../../../../shared/domain/incident/testing'
import { noticed, stated } from '../../../../../shared/domain/lostItem/testing'
import { opened } from '../../../../../shared/domain/lostReport/testing'
import type { MonthStatistics, SpanStatistics } from '../../../../../shared/domain/month/statistics'
import type { MonthTable } from '../../../../../shared/domain/month/view'
import { PACKAGE_TEXTS, registerPackages } from '../../../../../shared/domain/monthPackage'
import type { ReturnVisitRecord } from '../../../../../shared/domain/returnVisit/types'
import type { Visit } from '../../../../../shared/domain/visit/types'
import { foldText } from '../../../../../shared/util/textFold'
import { personalWords } from '../../../../../shared/domain/monthPackage/personal'
import { checkPackage, harmlessOf, makePackage, type PackageOrder } from './make'

const bundles = Object.fromEntries(
  Object.entries(
    import.meta.glob<unknown>('../../../../../resources/locales/zh-CN/*.json', {
      eager: true,
      import: 'default',
    }),
  ).map(([path, words]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), words]),
)

/** What the office knows, and every way in which each of it was said here. */
const KNOWN = {
  names: ['单雄信', '欧阳娜娜', '高兴旺', 'Tom Smith', '醜'],
  phones: ['13812345678', '0571-88886666'],
  plates: ['浙A12345', '粤BD54321'],
  unitCodes: ['37-4-2803', 'S-9-1107'],
  buildings: ['37', 'S'],
}
const SPELT = [
  '单雄信|单 雄　信|欧阳·娜娜|高兴旺|TOM SMITH|tom smith|醜|単雄信单雄信',
  '13812345678|138 1234 5678|138-1234-5678|１３８１２３４５６７８|一三八一二三四五六七八|+86 13812345678',
  '0571-8888 6666|057188886666|浙A12345|浙A·12345|浙a 12345|粤BD54321',
  '37-4-2803|３７－４－２８０３|37栋4单元2803|37号楼4单元2803室|三十七栋四单元二八零三|3742803|S-9-1107|s栋9单元1107',
].flatMap((line) => line.split('|'))
const FOLDED = [...new Set(SPELT.map(foldText))]

const SPAN = { from: '2025-01-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' }
const PERSON = { personId: 'p', unitId: 'u', name: '甲', phone: '1', unitCode: '1-1' }

/** A record of every register with something in every field that may hold a text. */
const COMMON = {
  id: 'i',
  year: 2026,
  seq: 1,
  rev: 1,
  createdAt: VISITED_AT,
  createdBy: '甲',
  updatedAt: VISITED_AT,
  duty: null,
  prints: {},
  attachmentIds: ['a'],
  void: null,
  links: [{ table: 'complaints', id: 'x', number: '客服-TS-2026-0009', relation: 'related' as const }],
  steps: [],
}
const visit: Visit = {
  ...COMMON,
  number: '客服-FW-2026-0001',
  register: 'visit',
  state: 'closed',
  plan: { person: PERSON, way: 'doorstep', appointmentAt: VISITED_AT, visitor: '甲' },
  visitorUserId: 'u',
  findings: {
    visitedAt: VISITED_AT,
    parts: { management: '好', services: '好', needs: '无', community: '好', other: '无' },
    feedbackNeeded: true,
    feedbackDueOn: '2026-11-20',
  },
  feedback: { at: VISITED_AT, result: '已告知', by: '甲' },
  opinion: { text: '无', at: VISITED_AT, by: '甲' },
  closedAt: VISITED_AT,
  closedBy: '甲',
}
const returnVisit: ReturnVisitRecord = {
  ...COMMON,
  number: '客服-HF-2026-0001',
  register: 'returnVisit',
  state: 'recorded',
  entry: {
    person: PERSON,
    source: { kind: 'complaint', recordId: 'x', number: '客服-TS-2026-0009' },
    visitedAt: VISITED_AT,
    way: 'phone',
    content: '已修好',
    satisfaction: 'A',
    visitedBy: '甲',
  },
  attemptId: '',
  round: '2026-Q4',
}
const correction: Correction = {
  ...COMMON,
  number: '客服-BG-2026-0001',
  register: 'correction',
  state: 'applied',
  target: { table: 'complaints', id: 'x', number: '客服-TS-2026-0009' },
  month: '2026-10',
  changes: [{ path: 'intake.place', before: '甲', after: '乙' }],
  voids: false,
  reason: '写错',
  requestedBy: '甲',
  requestedByUserId: 'u',
  verification: { at: VISITED_AT, by: '甲', agreed: true, words: '同意' },
  approval: null,
  appliedAt: VISITED_AT,
}
const handled = closed()
const complaint = {
  ...handled,
  handling: handled.handling && { ...handled.handling, causeAnalysis: '门机老化', investigation: '已查' },
  summary: '按时检修',
}
const ROWS: Record<string, readonly object[]> = {
  complaints: [complaint, judged(), registered()],
  incidents: [telling({ measures: '关阀', prevention: '每季度查' }), archived({ measures: '关阀' })],
  lostItems: [stated(), noticed()],
  lostReports: [opened()],
  visits: [visit],
  returnVisits: [returnVisit],
  corrections: [correction],
}

/** Puts what `pick` gives into every string below a value. */
function seeded(value: unknown, pick: (text: string) => string): unknown {
  if (typeof value === 'string') return pick(value)
  if (Array.isArray(value)) return value.map((item) => seeded(item, pick))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, seeded(inner, pick)]))
}

/** `dates`: whether those are overwritten too; a record without them is not live in the month. */
function orderOf(choices: readonly number[], dates: boolean): PackageOrder {
  let at = 0
  const pick = (text: string): string => {
    if (!dates && /^\d{4}-\d{2}-\d{2}T/.test(text)) return text
    const choice = choices[at++ % choices.length] ?? 0
    const token = SPELT[choice % SPELT.length] ?? ''
    return [
      token,
      `${text}${token}`,
      `找${token}说${text}`,
      `${token}、${SPELT[(choice * 7) % SPELT.length]}`,
    ][Math.floor(choice / SPELT.length) % 4] as string
  }
  const rows = seeded(ROWS, pick) as Partial<Record<MonthTable, unknown[]>>
  return {
    month: '2026-11',
    span: SPAN,
    rows,
    statistics: statisticsWith(pick),
    review: {
      state: 'approved',
      digest: pick(''),
      suggestions: [{ id: 's', text: pick('加强巡查'), at: VISITED_AT, by: pick(''), decision: null }],
    },
    office: { estateName: '示例小区', officeName: '示例管理处', numberPrefix: '客服' },
    known: KNOWN,
    buildings: KNOWN.buildings,
    texts: PACKAGE_TEXTS,
    bundles,
  }
}

function statisticsWith(pick: (text: string) => string): MonthStatistics {
  const typed = [{ key: pick(''), name: { text: pick('') }, value: 2 }]
  const now: SpanStatistics = {
    span: SPAN,
    occupied: 100,
    registers: [
      {
        table: 'complaints',
        carryOver: null,
        figures: [{ key: 'complaint.added', unit: 'count', value: 3, denominator: null, target: null }],
        spreads: [
          {
            key: 'complaint.cause',
            slices: [{ key: 'fees', name: { word: 'complaints:cause.fees' }, value: 1 }],
          },
          { key: 'complaint.building', slices: typed },
        ],
      },
    ],
  }
  return { month: '2026-11', now, before: null, lastYear: null, lines: [] }
}

/** Signs without which a spelling is hard to find again are put as the office would look for them. */
const foldedFile = (bytes: Uint8Array) => foldText(strFromU8(bytes))

const choices = fc.array(fc.nat({ max: SPELT.length * 4 - 1 }), { minLength: 1, maxLength: 60 })

describe('the package for head office (domain 12, 13)', () => {
  it.each([false, true])(
    'never holds a personal word, whatever field it stood in (dates overwritten too: %s)',
    (dates) => {
      fc.assert(
        fc.property(choices, (picked) => {
          const made = makePackage(orderOf(picked, dates))
          for (const [name, bytes] of Object.entries(unzipSync(made.bytes))) {
            const text = foldedFile(bytes)
            expect(FOLDED.filter((token) => text.includes(token) || foldText(name).includes(token))).toEqual(
              [],
            )
          }
          // And the check has nothing to complain of: what is clean may leave.
          expect(made.leaks).toEqual([])
        }),
        { numRuns: 150 },
      )
    },
    60_000,
  )

  it('has every register and its texts in it, so that there is something to leak', () => {
    const made = makePackage(orderOf([1], false))
    expect(Object.keys(ROWS).toSorted()).toEqual(registerPackages.map(({ table }) => table).toSorted())
    expect(made.records).toBe(Object.values(ROWS).flat().length)
    expect(made.texts).toBeGreaterThan(6)
    expect(made.tables.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['统计', '分布', '投诉', '失物', '寻物', '突发事件', '走访', '回访', '更正单']),
    )
  })

  it('is the same file for the same month', () => {
    expect(makePackage(orderOf([3, 5], false)).sha256).toBe(makePackage(orderOf([3, 5], false)).sha256)
  })

  it.each([
    [
      'package.json',
      (text: string) => text.replace('"estate":"示例小区"', '"estate":"单雄信小区"'),
      'package.json › estate',
    ],
    ['统计.csv', (text: string) => text.replace('新增投诉', '单雄信的投诉'), '统计.csv › 投诉 › 指标'],
    ['月度上报包.txt', (text: string) => `${text}138-1234-5678`, '月度上报包.txt › 19'],
    ['投诉.csv', (text: string) => text.replace('来电', '浙A·12345'), '投诉.csv › 客服-TS-2026-0001 › 渠道'],
  ])('is not let out with something planted in %s', (file, plant, place) => {
    const order = { ...orderOf([0], false), rows: ROWS, texts: [] } as PackageOrder
    const files = unzipSync(makePackage(order).bytes)
    const text = strFromU8(files[file] ?? new Uint8Array())
    const planted = zipSync({ ...files, [file]: strToU8(plant(text)) })
    const { leaks } = checkPackage(planted, personalWords(KNOWN, []), harmlessOf(bundles, order.office))
    expect(leaks.map((leak) => leak.place)).toContain(place)
  })
})
