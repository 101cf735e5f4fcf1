import { useTranslation } from 'react-i18next'
import { isKept } from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { useRole } from '../../../data'
import { recordPaper } from '../../../register/print/recordPaper'
import { FoundRecord } from '../../../register/record/FoundRecord'
import { RecordFrame } from '../../../register/record/RecordFrame'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import { LinkButton } from '../match/LinkButton'
import { MatchLines } from '../match/MatchLines'
import { useReportsFor } from '../match/useMatches'
import { ITEM_PRINTING } from '../print/printing'
import { itemOffers, nextItemStep } from './actions'
import { LOST_ITEM } from './kind'
import { ItemNotices } from './Notices'
import { ITEM_PLACES } from './places'
import { useItemParts } from './useParts'

/** A found item: head, its life in parts, and the lost reports that it may answer. */
export function RecordScreen({ id, onBack }: RecordPlace) {
  const { t } = useTranslation('lostItems')
  return (
    <FoundRecord table="lostItems" id={id} missing={t('record.missing')} onBack={onBack}>
      {(record) => <OpenItem record={record} onBack={onBack} />}
    </FoundRecord>
  )
}

function OpenItem({ record, onBack }: { record: LostItem; onBack: () => void }) {
  return (
    <RecordFrame
      kind={LOST_ITEM}
      places={ITEM_PLACES}
      record={record}
      offers={itemOffers(record, useRole())}
      main={nextItemStep(record)}
      parts={useItemParts(record)}
      notices={<ItemNotices record={record} />}
      side={<Owners record={record} />}
      paper={recordPaper(ITEM_PRINTING, record)}
      onBack={onBack}
    />
  )
}

/** 可能的失主, while the thing is here. */
function Owners({ record }: { record: LostItem }) {
  const { t } = useTranslation('lostItems')
  const kept = isKept(record)
  const matches = useReportsFor(kept ? { intake: record.intake } : null)
  if (!kept) return null
  return (
    <MatchLines
      id="lostItems.matches"
      title={t('match.reports')}
      matches={matches}
      table="lostReports"
      nothing={t('match.none')}
      renderActions={(report) => <LinkButton record={record} other={report} />}
    />
  )
}
