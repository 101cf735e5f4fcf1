import { recordRules } from '../../register/rules'
import type { LostItemCommand } from '../states'
import type { LostItem } from '../types'
import { lostItemLifecycle } from './lifecycle'

/**
 * The commands of a found item (domain 6): pure deciders `(record, input, ctx) → Result<LostItem>`.
 *
 * intake     register(input, ctx) · amendIntake
 * reserving  reserve (留号) · fillIn (补录)
 * notice     publish (招领公告)
 * claim      stateClaim (认领陈述, before the item is shown) · claim (核对并认领)
 * leaving    handOver (移交) · expireIfDue(record, ctx) → LostItem | null · decide (主任意见) · dispose (处置)
 * rules      lostItemRules: paper, 附件, 关联, 作废, 撤销, as every register has them
 */
export * from './claim'
export * from './intake'
export * from './leaving'
export { lostItemLifecycle } from './lifecycle'
export * from './notice'
export * from './reserving'

/** Steps that wrote this record alone; what was posted together with others is refused where it is read. */
const UNDOABLE = [
  'amendIntake',
  'publish',
  'stateClaim',
  'claim',
  'handOver',
  'decide',
  'dispose',
] as const satisfies readonly LostItemCommand[]

/** Paper, 附件, 关联, 作废 and 撤销 of a found item. */
export const lostItemRules = recordRules<LostItem, LostItemCommand>(lostItemLifecycle, { undoable: UNDOABLE })
