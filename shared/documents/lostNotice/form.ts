import type { LostItem, Notice } from '../../domain/lostItem/types'
import { civilDayOf } from '../../util/civilTime'
import { type Block, PAGE, PAGES, type PrintDefinition } from '../definition'
import { type Printing, small } from '../layout/frame'
import { MARGIN_SIDE, MM } from '../layout/measures'
import { rowsTable } from '../layout/table'
import { markedPages, markOf } from '../layout/underlay'
import { CATEGORY_WORDS } from '../lostClaim/words'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { runs } from '../runs'
import { roughPlace } from './roughPlace'

/**
 * What of a found item the notice reads. Its name, features, value and exact place are for whoever claims it to say:
 * none of them is ever on what hangs outside.
 */
export interface ItemOnNotice {
  number: string
  intake: Pick<LostItem['intake'], 'category' | 'foundAt' | 'handedInAt' | 'foundPlace'>
  /** Every posting of it so far, of which this paper names the place of the latest. */
  notices: readonly Pick<Notice, 'postedAt' | 'place'>[]
}

export interface LostNoticeInput {
  sheet: Printing
  items: readonly ItemOnNotice[]
}

const TOP = 20 * MM
const BOTTOM = 16 * MM
const SIZE = 12
/** Room for a telephone number or a place written by hand. */
const RULE = 70 * MM

/** The texts of one row: which, what kind, when, roughly where. */
export function noticeRow({ number, intake }: ItemOnNotice, index: number): string[] {
  const day = civilDayOf(intake.foundAt ?? intake.handedInAt)
  return [String(index + 1), number, CATEGORY_WORDS[intake.category], day, roughPlace(intake.foundPlace)]
}

/** 张贴地点 of the latest posting among the items; '' where none of them was posted. */
export function postedPlace(items: readonly Pick<ItemOnNotice, 'notices'>[]): string {
  const [latest] = items
    .flatMap(({ notices }) => notices)
    .toSorted((a, b) => (a.postedAt > b.postedAt ? -1 : Number(a.postedAt < b.postedAt)))
  return latest?.place ?? ''
}

/** A label with what is known, or with a line to write on. */
function line(label: string, said: string, { coverage }: Printing): Block {
  const head = { text: `${label}：`, fontSize: SIZE, width: SIZE * (label.length + 1) }
  const rule: Block = {
    canvas: [{ type: 'line', x1: 0, y1: SIZE + 2, x2: RULE, y2: SIZE + 2, lineWidth: 0.5 }],
  }
  const rest: Block = said ? { text: runs(said, coverage, 40), fontSize: SIZE, width: '*' } : rule
  return { columns: [head, rest], margin: [0, 6, 0, 0] }
}

function paragraph(text: string, { coverage }: Printing): Block {
  return {
    text: runs(text, coverage, 40),
    fontSize: SIZE,
    lineHeight: 1.25,
    margin: [0, 3, 0, 3],
  }
}

/** The law, where to ask and where it hangs, and the room for the seal and the day, kept together. */
function closing(sheet: Printing, place: string): Block {
  const right = (text: string, more = 0): Block => ({
    text: runs(text, sheet.coverage, 40),
    fontSize: SIZE,
    alignment: 'right',
    margin: [0, 4 + more, 0, 0],
  })
  return {
    stack: [
      paragraph(
        '依照《中华人民共和国民法典》第三百一十八条，遗失物自发布招领公告之日起一年内无人认领的，归国家所有（以现行法律为准）。',
        sheet,
      ),
      line('联系电话', '', sheet),
      line('张贴地点', place, sheet),
      right(`${sheet.office.officeName}（盖章）`, 22),
      right('　　　　年　　月　　日'),
    ],
    unbreakable: true,
  }
}

/** 《招领公告》 (KF-SW-03): the selected items by kind, day and rough place, in large type, with room for the seal. */
export function lostNoticeForm({ sheet, items }: LostNoticeInput): PrintDefinition {
  const meta = forms.lostNotice
  const { estateName, officeName } = sheet.office
  const title: Block = {
    text: meta.title,
    bold: true,
    fontSize: 26,
    alignment: 'center',
    characterSpacing: 8,
    margin: [0, 0, 0, 10],
  }
  const table = rowsTable({
    columns: [
      ['序号', 32],
      ['编号', 130],
      ['物品类别', 90],
      ['捡获日期', 80],
      ['大致地点', 0],
    ],
    rows: items.map(noticeRow),
    coverage: sheet.coverage,
  })
  return {
    title: meta.title,
    author: officeName,
    createdAt: sheet.printedAt,
    paper: meta.paper,
    margins: [MARGIN_SIDE, TOP, MARGIN_SIDE, BOTTOM],
    continuedHead: {
      ...small(`${meta.title}（续）`, sheet, { bold: true }),
      margin: [MARGIN_SIDE, TOP - 18, MARGIN_SIDE, 0],
    },
    foot: {
      columns: [
        small(`${officeName}　${meta.code}`, sheet, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, sheet, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, 8, MARGIN_SIDE, 0],
    },
    ...markedPages(markOf(false, sheet.office.demo), meta.paper),
    content: [
      title,
      {
        text: runs(`${estateName}各位业主、住户：`, sheet.coverage, 40),
        fontSize: SIZE,
        margin: [0, 0, 0, 3],
      },
      paragraph(`下列物品经拾获人交存我处，现予公告，请失主前来认领。`, sheet),
      paragraph(
        '认领时请先说明物品的名称、特征和遗失的时间、地点，经核对相符后凭有效身份证件领取；代他人认领的，请另带失主的委托书。',
        sheet,
      ),
      paragraph(`认领地点：${officeName}客服前台。`, sheet),
      { stack: [table], margin: [0, 6, 0, 6] },
      closing(sheet, postedPlace(items)),
    ],
  }
}

/** Characters of this notice that no font has: of the office and the place, for nothing else on it is free text. */
export function noticeMissing({ sheet, items }: LostNoticeInput): MissingText[] {
  const { estateName, officeName } = sheet.office
  return missingTexts(
    [
      ['小区', estateName],
      ['管理处', officeName],
      ['张贴地点', postedPlace(items)],
    ],
    sheet.coverage,
  )
}
