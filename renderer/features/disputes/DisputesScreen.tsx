import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { disputeView, useQuery } from '../../data'
import { EmptyState, ScreenBody, ScreenHead, SplitView } from '../../ui'
import { Compare } from './Compare'
import { Decided } from './Decided'
import { DisputeList } from './DisputeList'
import { useOpenDisputes } from './useOpenDisputes'

/** 待核对: versions of records that could not be merged, and the choice between them (issue "Conflicts"). */
export function DisputesScreen() {
  const { t } = useTranslation('disputes')
  const { '*': id = '' } = useParams()
  const navigate = useNavigate()
  // Whoever goes along the list keeps the keyboard there.
  const [entered, setEntered] = useState(true)
  const open = useOpenDisputes()
  const view = useQuery((db) => (id ? disputeView(db, id) : Promise.resolve(null)), [id])
  if (!open) return null
  const show = (next: string, entering: boolean): void => {
    setEntered(entering)
    void navigate(`/disputes/${next}`, { replace: true })
  }
  /** On to the one below, else to the last that is left. */
  const goOn = (): void => {
    const left = open.filter((one) => one.id !== id)
    const at = open.findIndex((one) => one.id === id)
    show((left[at] ?? left.at(-1))?.id ?? '', true)
  }
  const list = (
    <>
      <ScreenHead title={t('title')} />
      <ScreenBody>
        {open.length === 0 ? (
          <EmptyState title={t('list.none')} text={t('list.noneText')} />
        ) : (
          <DisputeList disputes={open} open={id} onShow={show} />
        )}
        <Decided />
      </ScreenBody>
    </>
  )
  const record =
    id === '' ? null : view === null ? (
      <EmptyState title={t('missing')} />
    ) : (
      view && (
        <Compare
          key={`${id}|${String(view.row?.['rev'])}`}
          view={view}
          entered={entered}
          onBack={() => show('', true)}
          onDone={goOn}
        />
      )
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
