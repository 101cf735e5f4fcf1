import { type Block, type Cell, PAGE, PAGES, type PrintDefinition } from '../definition'
import { type Printing, small } from '../layout/frame'
import { grid, gridRows } from '../layout/grid'
import { A4_WIDTH, MARGIN_SIDE, MM, PAD_X, RULE, SMALL } from '../layout/measures'
import { qrCode } from '../layout/qrCode'
import { markedPages, markOf } from '../layout/underlay'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { runs } from '../runs'
import { when } from '../when'
import { howToKeep, howToUse, type Point, type Section, whatFor } from './words'

/** What the sheet says of the office's vault. */
export interface RecoverySheet {
  /** 备份密码 as it is typed: groups joined by dashes. */
  password: string
  sheetId: string
  createdAt: string
}

export interface RecoverySheetInput {
  printing: Printing
  sheet: RecoverySheet
}

const TOP = 16 * MM
const BOTTOM = 14 * MM
/** So large that a hand-held scanner reads it from a sheet that lay folded in a safe. */
const CODE = 38 * MM
const GAP = 6 * MM
const GROUP_SIZE = 27
const TEXT = 10.5
/** Room to write who keeps it and where. */
const HAND_ROW = 25
const IN_A_ROW = 3

/** The groups of the 备份密码 in the order in which they are typed. */
export function passwordGroups(password: string): string[] {
  return password.split('-')
}

function head({ printing }: RecoverySheetInput): Block {
  const { estateName, officeName } = printing.office
  return {
    stack: [
      {
        text: runs(`${estateName}　${officeName}`, printing.coverage, 40),
        fontSize: 12,
        alignment: 'center',
      },
      {
        text: forms.recoverySheet.title,
        bold: true,
        fontSize: 26,
        alignment: 'center',
        characterSpacing: 8,
      },
      {
        text: '机密：只由主任保管，锁在保险柜里，不要放在电脑旁边',
        bold: true,
        fontSize: TEXT,
        alignment: 'center',
        margin: [0, 2, 0, 8],
      },
    ],
  }
}

function facts({ printing, sheet }: RecoverySheetInput): Block {
  const row = gridRows(printing.coverage)
  return grid([
    row([
      { label: '恢复单号', value: sheet.sheetId },
      { label: '建立时间', value: when(sheet.createdAt) },
      { label: '打印时间', value: when(printing.printedAt) },
    ]),
    row(
      [
        { label: '打印人', value: printing.printedBy },
        { label: '保管人', value: '' },
        { label: '存放处', value: '' },
      ],
      HAND_ROW,
    ),
  ])
}

function group(letters: string, index: number): Cell {
  return {
    stack: [
      { text: `第 ${index + 1} 组`, fontSize: SMALL, alignment: 'center' },
      {
        text: letters,
        bold: true,
        fontSize: GROUP_SIZE,
        alignment: 'center',
        characterSpacing: 3,
        noWrap: true,
      },
    ],
  }
}

/** 备份密码 in groups that a finger can follow, and as a code that a scanner types. */
function bigGroups({ sheet }: RecoverySheetInput): Block {
  const cells = passwordGroups(sheet.password).map(group)
  const rows = Array.from({ length: Math.ceil(cells.length / IN_A_ROW) }, (_, row) =>
    cells.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  )
  const width = A4_WIDTH - CODE - GAP
  const cell = (width - IN_A_ROW * 2 * PAD_X - (IN_A_ROW + 1) * RULE) / IN_A_ROW
  return {
    stack: [
      { text: '备份密码', bold: true, fontSize: 14, margin: [0, 10, 0, 4] },
      {
        columns: [
          {
            table: { widths: Array.from({ length: IN_A_ROW }, () => cell), body: rows },
            layout: 'boxed',
            width,
          },
          { text: '', width: GAP },
          qrCode(sheet.password, CODE),
        ],
      },
    ],
  }
}

function point({ text, command }: Point, index: number, { printing }: RecoverySheetInput): Block {
  const typed: Block[] = command
    ? [{ text: runs(command, printing.coverage, 44), bold: true, noWrap: true, margin: [0, 1, 0, 4] }]
    : []
  return {
    columns: [
      { text: `${index + 1}.`, fontSize: TEXT, width: 16 },
      {
        stack: [{ text: runs(text, printing.coverage, 44), fontSize: TEXT, lineHeight: 1.2 }, ...typed],
        width: '*',
      },
    ],
  }
}

function section({ title, points }: Section, input: RecoverySheetInput): Block {
  return {
    stack: [
      { text: title, bold: true, fontSize: 12, margin: [0, 9, 0, 2] },
      ...points.map((one, index) => point(one, index, input)),
    ],
  }
}

/**
 * 《恢复单》 (KF-AQ-01): the one paper that opens the office's backups and sealed data on another machine. One page of A4; it
 * belongs to no register and bears no number but the short name of its password.
 */
export function recoverySheetForm(input: RecoverySheetInput): PrintDefinition {
  const { printing, sheet } = input
  const meta = forms.recoverySheet
  const nothing: Block = { text: '' }
  return {
    title: `${meta.title} ${sheet.sheetId}`,
    author: printing.office.officeName,
    createdAt: printing.printedAt,
    paper: meta.paper,
    margins: [MARGIN_SIDE, TOP, MARGIN_SIDE, BOTTOM],
    continuedHead: nothing,
    foot: {
      columns: [
        small(`${meta.code}　恢复单号 ${sheet.sheetId}`, printing, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, printing, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, 6, MARGIN_SIDE, 0],
    },
    ...markedPages(markOf(false, printing.office.demo), meta.paper),
    content: [
      head(input),
      facts(input),
      bigGroups(input),
      section(whatFor(), input),
      section(howToKeep(sheet.sheetId), input),
      section(howToUse(), input),
    ],
  }
}

/** Characters of this sheet that no font has: of names only, for nothing else on it is free text. */
export function recoverySheetMissing({ printing }: RecoverySheetInput): MissingText[] {
  const { estateName, officeName } = printing.office
  return missingTexts(
    [
      ['小区', estateName],
      ['管理处', officeName],
      ['打印人', printing.printedBy],
    ],
    printing.coverage,
  )
}
