import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import type { Refusal } from '../../../shared/util/result'
import { useData, useRole } from '../../data'
import { desk } from '../../platform/desk'
import { useMonthSheets } from '../../register/export/monthSheets'
import {
  announce,
  formatNumber,
  NoticeBar,
  ProgressPanel,
  RefusalBar,
  refusalText,
  SectionPanel,
} from '../../ui'
import { PinAgain } from './PinAgain'
import { type TakeOut, takeOutAll, type TakeOutProgress } from './takeOut'

/** 设置 → 备份: 导出全部资料, for an office that leaves the product. For the director, who shows the PIN again. */
export function LeavePanel() {
  const { t } = useTranslation('restore')
  const data = useData()
  const allowed = may(useRole(), 'office.takeOut')
  const load = useMonthSheets()
  const [asking, setAsking] = useState(false)
  const [progress, setProgress] = useState<TakeOutProgress | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<TakeOut | null>(null)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  if (!allowed) return null

  const go = async () => {
    setAsking(false)
    setRefusal(null)
    setTaken(null)
    stop.current = new AbortController()
    const { signal } = stop.current
    const answer = await load()
      .then((registers) => takeOutAll(data, registers, { onProgress: setProgress, signal }))
      .catch(() => failure(signal))
    setProgress(null)
    if (answer.ok) setTaken(answer.value)
    else setRefusal(answer.refusal)
  }
  return (
    <SectionPanel id="settings.leave" title={t('takeOut.title')}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      {taken && <Done taken={taken} />}
      {progress ? (
        <ProgressPanel
          what={t(`takeOut.${progress.part}`)}
          unit={t(`takeOut.unit.${progress.part}`)}
          done={progress.done}
          total={progress.total}
          onCancel={() => stop.current.abort()}
        />
      ) : (
        <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
          <Box>{t('takeOut.text')}</Box>
          <Button variant="outlined" onClick={() => setAsking(true)}>
            {t('takeOut.begin')}
          </Button>
        </Box>
      )}
      {asking && (
        <PinAgain
          title={t('takeOut.title')}
          text={t('takeOut.pinText')}
          confirmLabel={t('takeOut.go')}
          onRight={() => void go()}
          onClose={() => setAsking(false)}
        />
      )}
    </SectionPanel>
  )
}

function failure(signal: AbortSignal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { key: signal.aborted ? 'leaving.cancelled' : 'leaving.failed' } }
}

function Done({ taken }: { taken: TakeOut }) {
  const { t } = useTranslation('restore')
  const { token, folder, records, files, lacking } = taken
  const open = async () => {
    const opened = await desk.invoke('leaving.open', { token })
    if (!opened.ok) announce(refusalText(opened.refusal), 'problem')
  }
  return (
    <>
      <NoticeBar
        tone="good"
        action={
          <Button autoFocus onClick={() => void open()}>
            {t('takeOut.openFolder')}
          </Button>
        }
      >
        {t('takeOut.done', { records: formatNumber(records), files: formatNumber(files), folder })}
      </NoticeBar>
      {lacking.length > 0 && (
        <NoticeBar tone="soon">{t('takeOut.someLacking', { count: lacking.length })}</NoticeBar>
      )}
    </>
  )
}
