import type { ScreenSignature } from '../../domain/register/types'
import type { Block, Cell, TableBlock } from '../definition'
import { drawnSignature } from '../layout/drawnSignature'
import { DENSE_PAD_X, DENSE_PAD_Y, RULE } from '../layout/measures'
import { dateLine } from '../layout/signatures'
import { slipGrid, type SlipRow, type SlipShape, signedBy } from '../layout/slipGrid'
import { ems, runs } from '../runs'
import type { LostClaimInput, LostClaimTexts } from './input'
import { stubShape } from './shapes'

const MORE = '……（未完，全文见附页）'

/** The rows of long text: label, which text, and the lines that it may take. */
export const LONG_ROWS = [
  ['特征', 'features', 2],
  ['认领时说明', 'stated', 2],
  ['处理意见', 'outcome', 2],
] as const satisfies readonly (readonly [string, keyof LostClaimTexts, number])[]

function long(texts: LostClaimTexts, [label, key, lines]: (typeof LONG_ROWS)[number]): SlipRow {
  return { pairs: [{ label, value: texts[key], more: MORE }], lines, most: lines }
}

function pair(first: [string, string], second: [string, string]): SlipRow {
  return { pairs: [first, second].map(([label, value]) => ({ label, value })), most: 1 }
}

/** 存根: the item, the claim with what was stated before it was shown, and everybody who signs. */
export function stubPart(texts: LostClaimTexts, { sheet }: LostClaimInput): Block[] {
  const shape = stubShape(sheet.coverage)
  const [features, stated, outcome] = LONG_ROWS
  return [
    slipGrid(
      [
        pair(['物品名称', texts.name], ['类别', texts.category]),
        pair(['数量', texts.quantity], ['估价', texts.estimate]),
        long(texts, features),
        pair(['捡获时间', texts.foundAt], ['捡获地点', texts.foundPlace]),
        pair(['上交时间', texts.handedInAt], ['存放位置', texts.storedAt]),
        pair(
          ['捡获人', [texts.finder, texts.finderRole].filter(Boolean).join('　')],
          ['电话', texts.finderPhone],
        ),
      ],
      shape,
    ),
    signers(
      [
        ['拾获人', texts.finder],
        ['值班经理', texts.receivedBy],
        ['清点人', texts.countedBy],
      ],
      shape,
      (role) => signedBy(sheet, role),
    ),
    slipGrid([pair(['认领人', texts.claimant], ['电话', texts.claimantPhone])], shape),
    slipGrid(
      [
        {
          pairs: [
            { label: '与失主关系', value: texts.relation },
            { label: '证件末四位', value: texts.idLast4 },
            { label: '经办人', value: texts.handledBy },
          ],
        },
      ],
      shape,
    ),
    slipGrid(
      [
        long(texts, stated),
        pair(['核对结果', texts.check], ['认领时间', texts.claimedAt]),
        long(texts, outcome),
      ],
      shape,
    ),
    signers(
      [
        ['认领人', texts.claimant],
        ['主任', ''],
      ],
      shape,
      (role) => signedBy(sheet, role),
    ),
  ]
}

/** With its padding 12 mm of height for the hand; a third of the part is 45 mm wide. */
const ROOM = 34.5 - 2 * DENSE_PAD_Y

/** Signature boxes beside each other: whose, the room, and the date. */
function signers(
  roles: readonly (readonly [role: string, name: string])[],
  shape: SlipShape,
  drawnBy: (role: string) => ScreenSignature | undefined,
): TableBlock {
  const count = roles.length
  const width = (shape.width - count * 2 * DENSE_PAD_X - (count + 1) * RULE) / count
  const line = shape.size * 1.448
  const body = roles.map(([role, name]): Cell => {
    const signature = drawnBy(role)
    // A name that would take a second line stands in the grid above already.
    const named = `${role}（${name}）签名：`
    const label = name === '' || ems(named) * shape.size > width ? `${role}签名：` : named
    const date: Block = {
      text: dateLine(signature, '日期：　　　年　　月　　日'),
      fontSize: shape.size,
      alignment: 'right',
      noWrap: true,
    }
    const between = ROOM - 2 * line
    const room: Block = signature
      ? drawnSignature(signature.drawing, { width, height: between })
      : { text: '', fontSize: 1, margin: [0, between - 1.448, 0, 0] }
    return {
      stack: [
        { text: runs(label, shape.coverage, width / shape.size), bold: true, fontSize: shape.size },
        room,
        date,
      ],
    }
  })
  return {
    table: { widths: roles.map(() => width), body: [body], heights: [ROOM], dontBreakRows: true },
    layout: 'dense',
    margin: [0, -RULE, 0, 0],
  }
}
