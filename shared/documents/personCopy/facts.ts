import type { Complaint } from '../../domain/complaint/types'
import type { Person, Vehicle } from '../../domain/household/types'
import type { Incident } from '../../domain/incident/types'
import type { LostItem } from '../../domain/lostItem/types'
import type { LostReport } from '../../domain/lostReport/types'
import { partsOf, type WhoAsks } from '../../domain/privacy/person'
import type { ReturnVisitRecord } from '../../domain/returnVisit/types'
import type { Visit } from '../../domain/visit/types'
import { when } from '../when'

/** One labelled value of what the office holds about a person. */
export type CopyFact = readonly [label: string, value: string]

/** What a person's copy says of one record. */
export interface CopyEntry {
  /** 投诉 客服-TS-2026-0001 */
  title: string
  facts: CopyFact[]
}

/** Rows that may be copied, by table. */
export interface CopyRows {
  persons: Person
  vehicles: Vehicle
  complaints: Complaint
  lostItems: LostItem
  lostReports: LostReport
  visits: Visit
  returnVisits: ReturnVisitRecord
  incidents: Incident
}
export type CopyTable = keyof CopyRows

interface Copier<R> {
  title: (row: R) => string
  facts: (row: R, isWho: (part: object) => boolean, clean: (text: string) => string) => CopyFact[]
}

type Contact = { name: string; phone: string; unitCode?: string }
const contact = ({ name, phone, unitCode = '' }: Contact): CopyFact[] => [
  ['姓名', name],
  ['电话', phone],
  ['房号', unitCode],
]

/**
 * What of each register is the person's own: their data and their words. Left out are internal notes, private fields and
 * what belongs to others (个人信息保护法 45, domain 13); `clean` takes others out of free text.
 */
const COPIERS: { readonly [K in CopyTable]: Copier<CopyRows[K]> } = {
  persons: {
    title: () => '住户档案',
    facts: ({ name, phones, idLastFour }) => [
      ['姓名', name],
      ['电话', phones.join('、')],
      ['证件末四位', idLastFour],
    ],
  },
  vehicles: {
    title: ({ plate }) => `车辆 ${plate}`,
    facts: ({ plate, parkingSpace, ownerName, phone }) => [
      ['车牌号', plate],
      ['车位', parkingSpace],
      ['车主', ownerName],
      ['电话', phone],
    ],
  },
  complaints: {
    title: ({ number }) => `投诉 ${number}`,
    facts: ({ intake, others, answers }, isWho, clean) =>
      isWho(intake.complainant)
        ? [
            ...contact(intake.complainant),
            ['登记时间', when(intake.registeredAt)],
            ['投诉内容', clean(intake.content)],
            ['诉求', clean(intake.remedy)],
            ...answers.map(({ content }): CopyFact => ['答复内容', clean(content)]),
          ]
        : others
            .filter(({ complainant }) => isWho(complainant))
            .flatMap(({ complainant, words, saidAt }): CopyFact[] => [
              ...contact(complainant),
              ['时间', when(saidAt)],
              ['投诉内容', clean(words)],
            ]),
  },
  lostItems: {
    title: ({ number }) => `失物 ${number}`,
    facts: ({ intake, claims }, isWho, clean) => [
      ...(isWho(intake.finder)
        ? ([
            ...contact(intake.finder),
            ['捡获时间', when(intake.foundAt)],
            ['捡获地点', clean(intake.foundPlace)],
            ['物品名称', clean(intake.name)],
          ] as CopyFact[])
        : []),
      ...claims
        .filter(isWho)
        .flatMap((claim): CopyFact[] => [
          ...contact(claim),
          ['证件末四位', claim.idLast4],
          ['认领时间', when(claim.claimedAt)],
          ['陈述的特征', clean(claim.statedFeatures)],
        ]),
    ],
  },
  lostReports: {
    title: ({ number }) => `寻物 ${number}`,
    facts: ({ intake }, isWho, clean) =>
      isWho(intake.owner)
        ? [
            ...contact(intake.owner),
            ['登记时间', when(intake.registeredAt)],
            ['物品', clean(intake.item)],
            ['特征', clean(intake.features)],
          ]
        : [],
  },
  visits: {
    title: ({ number }) => `访问 ${number}`,
    facts: ({ plan, findings }, isWho, clean) =>
      isWho(plan.person)
        ? [
            ...contact(plan.person),
            ['访问时间', when(findings?.visitedAt)],
            [
              '访问内容',
              clean(
                Object.values(findings?.parts ?? {})
                  .filter(Boolean)
                  .join('；'),
              ),
            ],
          ]
        : [],
  },
  returnVisits: {
    title: ({ number }) => `回访 ${number}`,
    facts: ({ entry }, isWho, clean) =>
      entry && isWho(entry.person)
        ? [...contact(entry.person), ['日期', when(entry.visitedAt)], ['回访内容', clean(entry.content)]]
        : [],
  },
  incidents: {
    title: ({ number }) => `突发事件 ${number}`,
    facts: ({ report, parties, witnesses }, isWho, clean) => [
      ...parties
        .filter(({ person }) => isWho(person))
        .flatMap(({ person }): CopyFact[] => [...contact(person), ['发生时间', when(report.occurredAt)]]),
      ...witnesses
        .filter(({ person }) => isWho(person))
        .flatMap(({ person, statement }): CopyFact[] => [
          ...contact(person),
          ['发生时间', when(report.occurredAt)],
          ['证言', clean(statement)],
        ]),
    ],
  },
}

/** Whether rows of a table have something to copy. */
export function isCopied(table: string): table is CopyTable {
  return Object.hasOwn(COPIERS, table)
}

/** What the copy says of one row; null where nothing in it is the person's own. */
export function copyEntry<K extends CopyTable>(
  table: K,
  row: CopyRows[K],
  who: WhoAsks,
  clean: (text: string) => string,
): CopyEntry | null {
  const copier: Copier<CopyRows[K]> = COPIERS[table]
  const isWho = (part: object): boolean => partsOf('', part, who).length > 0
  const facts = copier.facts(row, isWho, clean).filter(([, value]) => value !== '')
  const own = table !== 'persons' && table !== 'vehicles' ? facts : isWho(row) ? facts : []
  return own.length === 0 ? null : { title: copier.title(row), facts: own }
}
