import type { ReactNode } from 'react'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { MenuAction } from '../../ui'
import type { RecordPaper } from '../paper/paperForm'
import type { RecordKind } from './kind'
import type { Offer } from './offers'
import type { StepPlaces } from './places'
import type { RecordPart } from './RecordParts'

/** What a register hands to `RecordFrame`: its record, and what it has to say of it. */
export interface RecordFrameProps<R extends LivingRecord, S extends string> {
  kind: RecordKind<R>
  /** Where each step is taken. */
  places: StepPlaces<R, S>
  record: R
  /** The steps that the state allows, in the order of its life. */
  offers: readonly Offer<S>[]
  /** The one step to take next: the main button. Null where the record has ended. */
  main: S | null
  /** In the order in which people talk; every step that has a form stands in one of them. */
  parts: readonly RecordPart<S>[]
  /** Chips behind the state, and what else the head says behind what is due. */
  chips?: ReactNode
  facts?: ReactNode
  /** Further entries of the menu, such as 复制为新件. */
  actions?: readonly MenuAction[]
  /** What whoever opens the record has to know first, besides that it is void or a reserved number. */
  notices?: ReactNode
  /** Its household: the flags stand above the parts where the side has gone below. */
  unitId?: string | null
  /** Above 附件, 关联, 打印与签字 and 时间线, which the frame has itself. */
  side?: ReactNode
  paper?: RecordPaper
  onBack: () => void
}
