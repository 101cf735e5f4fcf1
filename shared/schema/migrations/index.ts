import { complaintBook } from './0002-complaint-book'
import { moreRegisters } from './0003-more-registers'
import { monthReview } from './0004-month-review'
import { personalInformation } from './0005-personal-information'
import { replication } from './0006-replication'
import { monthsCounted } from './0007-months-counted'
import type { Migration } from './types'

/** One file a step, in order; version 1 is the first release and needs none. */
export const migrations: readonly Migration[] = [
  complaintBook,
  moreRegisters,
  monthReview,
  personalInformation,
  replication,
  monthsCounted,
]
