import type { Printing, Sheet } from '../../../../shared/documents/layout/frame'
import { lostClaimForm, lostClaimMissing } from '../../../../shared/documents/lostClaim/form'
import { labelMissing, lostLabelForm, lostLabelsForm } from '../../../../shared/documents/lostLabel/form'
import { lostNoticeForm, noticeMissing } from '../../../../shared/documents/lostNotice/form'
import { lostShelfForm, shelfMissing } from '../../../../shared/documents/lostShelf/form'
import { LABEL_FORM } from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { ShelfCount } from '../../../../shared/domain/shelfCount/types'
import type { Drawn } from '../../../register/print/definition'

/** Draws 《失物认领单》. */
export function drawClaim(record: LostItem, sheet: Sheet): Drawn {
  const input = { sheet, item: record }
  return { definition: lostClaimForm(input), missing: lostClaimMissing(input) }
}

/** Draws one 失物标签. */
export function drawLabel(record: LostItem, sheet: Sheet): Drawn {
  return {
    definition: lostLabelForm({ sheet, item: record }),
    missing: labelMissing([record], sheet.coverage),
  }
}

/** Draws 21 labels a sheet; each says the version that its record's label has. */
export function drawLabels(rows: readonly LostItem[], sheet: Printing): Drawn {
  const labels = rows.map((item) => ({ item, version: item.prints[LABEL_FORM]?.version ?? 1 }))
  return { definition: lostLabelsForm(labels, sheet), missing: labelMissing(rows, sheet.coverage) }
}

/** Draws 《招领公告》 of these rows. */
export function drawNotice(rows: readonly LostItem[], sheet: Printing): Drawn {
  const input = { sheet, items: rows }
  return { definition: lostNoticeForm(input), missing: noticeMissing(input) }
}

/** Draws 《失物盘点表》. */
export function drawShelf(count: ShelfCount, sheet: Printing): Drawn {
  const input = { sheet, count }
  return { definition: lostShelfForm(input), missing: shelfMissing(input) }
}
