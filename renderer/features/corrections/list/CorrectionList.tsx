import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { CORRECTION_PRINTING } from '../print/printing'
import { useCorrectionList } from './useCorrectionList'

/** 更正单列表: what waits for somebody first. */
export function CorrectionList(place: ListPlace) {
  return <ListFrame place={place} list={useCorrectionList()} printing={CORRECTION_PRINTING} create={null} />
}
