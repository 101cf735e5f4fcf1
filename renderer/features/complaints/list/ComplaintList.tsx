import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { COMPLAINT_PRINTING } from '../print/printing'
import { useComplaintList } from './useComplaintList'

/** 投诉列表: filters, search, and one line a record by what is due next. */
export function ComplaintList(place: ListPlace) {
  return <ListFrame place={place} list={useComplaintList()} printing={COMPLAINT_PRINTING} />
}
