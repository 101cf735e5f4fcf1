import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { countFacet, useQuery, useRole, useUser } from '../../../data'
import { RegisterList } from '../../../register/list/RegisterList'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { useListPrinting } from '../../../register/print/useListPrinting'
import { EmptyState } from '../../../ui'
import { COMPLAINT_PRINTING } from '../print/printing'
import { useComplaintList } from './useComplaintList'

/** 投诉列表: filters, search, and one line a record by what is due next. */
export function ComplaintList({ onNew, ...rest }: ListPlace) {
  const { t } = useTranslation('paper')
  const list = useComplaintList()
  const { batchActions, printBlank, dialog } = useListPrinting(COMPLAINT_PRINTING)
  return (
    <>
      <RegisterList
        // Each user's own filters, columns and selection.
        key={useUser().id}
        list={list}
        renderEmpty={(filtered) => <NothingHere filtered={filtered} onNew={onNew} />}
        batchActions={batchActions}
        tools={
          printBlank && (
            <Button variant="text" onClick={printBlank}>
              {t('blank.action')}
            </Button>
          )
        }
        {...rest}
      />
      {dialog}
    </>
  )
}

function NothingHere({ filtered, onNew }: { filtered: boolean; onNew: () => void }) {
  const { t } = useTranslation('complaints')
  const mayRegister = may(useRole(), 'record.register')
  const all = useQuery((db) => countFacet(db, 'complaints', 'all'), [])
  const first = mayRegister && (
    <Button variant="contained" onClick={onNew}>
      {all === 0 ? t('list.first') : t('list.new')}
    </Button>
  )
  if (all === 0) return <EmptyState title={t('list.purpose')} text={t('list.purposeText')} action={first} />
  if (filtered) return <EmptyState title={t('list.nothingHere')} text={t('list.nothingText')} />
  return <EmptyState title={t('list.allDone')} text={t('list.allDoneText')} action={first} />
}
