import { COMPLAINT_COMMANDS } from '../../../../shared/domain/complaint'
import { objectionToUndo } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { complaintPaper, undoComplaintCommand, voidComplaintCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { takeAdded } from '../similar/lastAdded'
import { vocabulary } from '../vocabulary'
import { STATE_TONES } from '../words'

/** What all complaints have in common. */
export const COMPLAINT: RecordKind<Complaint> = {
  table: 'complaints',
  noun: 'complaint',
  vocabulary,
  tones: STATE_TONES,
  commands: COMPLAINT_COMMANDS,
  undo: {
    command: undoComplaintCommand,
    objection: objectionToUndo,
    after: ({ id, undone }) => {
      // What was typed before 并入此件 is not lost by taking that back.
      const intake = undone === 'complaint.addComplainant' ? takeAdded(id) : null
      return intake && { to: '/complaints/new', state: { intake } }
    },
  },
  void: voidComplaintCommand,
  paper: complaintPaper,
}
