import { LOST_ITEM_COMMANDS } from '../../../../shared/domain/lostItem'
import { lostItemRules } from '../../../../shared/domain/lostItem/commands'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { lostItemPaper, undoLostItemCommand, voidLostItemCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { ITEM_TONES, vocabulary } from './words'

/** What all found items have in common. */
export const LOST_ITEM: RecordKind<LostItem> = {
  table: 'lostItems',
  noun: 'lostItem',
  vocabulary,
  tones: ITEM_TONES,
  commands: LOST_ITEM_COMMANDS,
  undo: { command: undoLostItemCommand, objection: lostItemRules.objectionToUndo },
  void: voidLostItemCommand,
  paper: lostItemPaper,
}
