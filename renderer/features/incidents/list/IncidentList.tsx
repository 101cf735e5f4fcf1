import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { INCIDENT_PRINTING } from '../print/printing'
import { useIncidentList } from './useIncidentList'

/** 突发事件列表: filters, search, and one line a record by what is due next. */
export function IncidentList(place: ListPlace) {
  return <ListFrame place={place} list={useIncidentList()} printing={INCIDENT_PRINTING} />
}
