import type { Visit } from '../../../../shared/domain/visit/types'
import { closeVisitCommand } from '../../../data'
import type { StepPlaces } from '../../../register/record/places'
import type { StepName } from './actions'
import {
  AmendStep,
  FeedbackStep,
  FillInStep,
  OpinionStep,
  RecordVisitStep,
  ReplanStep,
  VoidVisitDialog,
} from './steps'

/** Where each step of a visit is taken. */
export const VISIT_PLACES: StepPlaces<Visit, StepName> = {
  forms: {
    fillIn: FillInStep,
    replan: ReplanStep,
    recordVisit: RecordVisitStep,
    amend: AmendStep,
    giveFeedback: FeedbackStep,
    giveOpinion: OpinionStep,
  },
  dialogs: { void: VoidVisitDialog },
  atOnce: { close: closeVisitCommand },
  menu: ['amend', 'void'],
  edit: 'amend',
  first: 'fillIn',
}
