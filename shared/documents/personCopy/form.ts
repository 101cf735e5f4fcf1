import type { Block, PrintDefinition } from '../definition'
import { type Printing, small } from '../layout/frame'
import { bandRow, grid, gridRows } from '../layout/grid'
import { MARGIN_SIDE, MARGIN_TOP, MM, TITLE } from '../layout/measures'
import { markedPages, markOf } from '../layout/underlay'
import { PAGE, PAGES } from '../definition'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { runs } from '../runs'
import { when } from '../when'
import type { CopyEntry } from './facts'
import { factRows } from './layout'

export interface PersonCopyInput {
  printing: Printing
  /** Whose it is. */
  name: string
  entries: readonly CopyEntry[]
}

const BELOW = [
  '本副本依《个人信息保护法》第四十五条提供，只含本人的个人信息和本人陈述；他人信息已隐去，内部意见不在其中。',
  '认为信息不准确或者不完整的，可以请求更正、补充（第四十六条）；符合法定情形的，可以请求删除（第四十七条）。以现行法律为准。',
]

/** 《个人信息副本》 (KF-GR-01): what the office holds about one person, for that person (domain 13). */
export function personCopyForm({ printing, name, entries }: PersonCopyInput): PrintDefinition {
  const meta = forms.personCopy
  const { estateName, officeName } = printing.office
  const row = gridRows(printing.coverage)
  const head: Block = {
    stack: [
      {
        text: runs(`${estateName}　${officeName}`, printing.coverage, 40),
        fontSize: 12,
        alignment: 'center',
      },
      {
        text: meta.title,
        bold: true,
        fontSize: TITLE,
        alignment: 'center',
        characterSpacing: 4,
      },
      small(meta.code, printing, { alignment: 'right', margin: [0, 2, 0, 4] }),
    ],
  }
  const facts = grid([
    row([
      { label: '姓名', value: name },
      { label: '提供时间', value: when(printing.printedAt) },
      { label: '经办人', value: printing.printedBy },
    ]),
  ])
  const tables = entries.map((entry) => grid([bandRow(entry.title), ...factRows(entry.facts, row)], true))
  const none: Block[] =
    entries.length === 0 ? [{ text: '没有查到本人的个人信息。', margin: [0, 8, 0, 0] }] : []
  return {
    // A print queue shows it to everybody: whose it is stands on the paper alone.
    title: `${meta.title} ${when(printing.printedAt)}`,
    author: officeName,
    createdAt: printing.printedAt,
    paper: meta.paper,
    margins: [MARGIN_SIDE, 16 * MM, MARGIN_SIDE, 14 * MM],
    continuedHead: {
      columns: [
        small(`${meta.title}（续）　${name}`, printing, { bold: true, width: '*' }),
        small(meta.code, printing, { alignment: 'right', width: 'auto' }),
      ],
      margin: [MARGIN_SIDE, MARGIN_TOP - 16, MARGIN_SIDE, 0],
    },
    foot: {
      columns: [
        small(meta.code, printing, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, printing, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, 6, MARGIN_SIDE, 0],
    },
    ...markedPages(markOf(false, printing.office.demo), meta.paper),
    content: [
      head,
      facts,
      ...tables,
      ...none,
      ...BELOW.map(
        (text, i): Block => ({
          text: runs(text, printing.coverage, 44),
          fontSize: 9,
          margin: [0, i === 0 ? 10 : 2, 0, 0],
        }),
      ),
    ],
  }
}

/** Characters of the copy that no font has. */
export function personCopyMissing({ printing, name, entries }: PersonCopyInput): MissingText[] {
  const texts: [string, string][] = [
    ['姓名', name],
    ['记录', entries.map(({ title }) => title).join('')],
    ...entries.flatMap(({ facts }) => facts.map(([label, value]): [string, string] => [label, value])),
  ]
  return missingTexts(texts, printing.coverage)
}
