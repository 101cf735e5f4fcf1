import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { roundOf } from '../../../../shared/domain/returnVisit'
import { useData } from '../../../data'
import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { RETURN_VISIT_PRINTING } from './printing'
import { useReturnVisitList } from './useReturnVisitList'

/** 回访列表, the latest first. */
export function ReturnVisitList(place: ListPlace) {
  const { t } = useTranslation('returnVisits')
  const navigate = useNavigate()
  const { ports } = useData()
  return (
    <ListFrame
      place={place}
      list={useReturnVisitList()}
      printing={RETURN_VISIT_PRINTING}
      tools={
        <Button variant="text" onClick={() => void navigate(`/returnVisits/${roundOf(ports.now())}`)}>
          {t('round.action')}
        </Button>
      }
    />
  )
}
