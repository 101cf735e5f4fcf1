import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { FormName } from '../../../shared/documents/registry'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { formatDateTime, NoticeBar } from '../../ui'
import { FlagStrip } from '../who/FlagStrip'
import type { RecordFrameProps } from './frameProps'
import { CorrectionBands } from './CorrectionBands'
import { DisputeBar } from './DisputeBar'
import { ErasedNotice } from './ErasedNotice'
import { RecordParts } from './RecordParts'
import { RecordSide } from './RecordSide'
import { SideBySide, WhereSideIsBelow } from './SideBySide'
import type { Correcting } from './useCorrecting'

interface RecordBodyProps<R extends LivingRecord, S extends string> extends RecordFrameProps<R, S> {
  correcting: Correcting
  /** The step whose form is open. */
  open: S | null
  onStep: (step: S) => void
  onDone: (step: S, saved?: boolean) => void
  onPrint: (form: FormName) => void
}

/** What scrolls below the head: notices, parts, and what belongs to the record at the right. */
export function RecordBody<R extends LivingRecord, S extends string>(props: RecordBodyProps<R, S>) {
  const { kind, record, unitId } = props
  const { t } = useTranslation('record')
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 3 }}>
      <ErasedNotice record={record} />
      <CommonNotices record={record} />
      <DisputeBar table={kind.table} recordId={record.id} />
      <CorrectionBands number={record.number} correcting={props.correcting} />
      {props.notices}
      <SideBySide
        label={t('side')}
        side={
          <RecordSide kind={kind} record={record} paper={props.paper} onPrint={props.onPrint}>
            {props.side}
          </RecordSide>
        }
      >
        <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
          {unitId && (
            <WhereSideIsBelow>
              <FlagStrip unitId={unitId} />
            </WhereSideIsBelow>
          )}
          <RecordParts {...props} namespace={kind.vocabulary.namespace} />
        </Box>
      </SideBySide>
    </Box>
  )
}

/** 作废 with who, when and why, unless that was erased with the rest; a blank sheet that waits for its 补录. */
function CommonNotices({ record }: { record: LivingRecord }) {
  const { t } = useTranslation(['record', 'paper'])
  return (
    <>
      {record.void && !record.erased && (
        <NoticeBar tone="danger">
          {t('voided', { ...record.void, at: formatDateTime(record.void.at) })}
        </NoticeBar>
      )}
      {record.state === 'reserved' && <NoticeBar tone="plain">{t('paper:fillIn.text')}</NoticeBar>}
    </>
  )
}
