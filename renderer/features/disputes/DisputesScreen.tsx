import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { disputeView, openDisputes, useQuery } from '../../data'
import { EmptyState, ScreenBody, ScreenHead, SplitView } from '../../ui'
import { Compare } from './Compare'
import { Decided } from './Decided'
import { DisputeList } from './DisputeList'

/** 待核对: versions of records that could not be merged, and the choice between them (issue "Conflicts"). */
export function DisputesScreen() {
  const { t } = useTranslation('disputes')
  const { '*': id = '' } = useParams()
  const navigate = useNavigate()
  const open = useQuery((db) => openDisputes(db), [])
  const view = useQuery((db) => (id ? disputeView(db, id) : Promise.resolve(null)), [id])
  if (!open) return null
  const show = (next: string): void => void navigate(`/disputes/${next}`, { replace: true })
  const list = (
    <>
      <ScreenHead title={t('title')} />
      <ScreenBody>
        {open.length === 0 ? (
          <EmptyState title={t('list.none')} text={t('list.noneText')} />
        ) : (
          <DisputeList disputes={open} chosen={id} onChoose={show} />
        )}
        <Decided />
      </ScreenBody>
    </>
  )
  const record =
    id === '' ? null : view === null ? (
      <EmptyState title={t('missing')} />
    ) : (
      view && <Compare key={`${id}|${String(view.row?.['rev'])}`} view={view} onBack={() => show('')} />
    )
  return (
    <SplitView
      id="disputes"
      defaultPercent={32}
      list={list}
      record={record ?? null}
      nothing={open.length > 0 && <EmptyState title={t('list.choose')} />}
    />
  )
}
