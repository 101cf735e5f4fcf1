import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import type { Batch } from '../../../register/list/batch'
import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { ITEM_PRINTING } from '../print/printing'
import { PublishDialog } from './PublishDialog'
import { useItemList } from './useItemList'

/** 失物列表: filters, search, one line an item by what is due next; 招领公告 and labels of what is selected. */
export function ItemList(place: ListPlace) {
  const { t } = useTranslation('lostItems')
  const mayPublish = may(useRole(), 'record.process')
  const [published, setPublished] = useState<Batch<'lostItems'> | null>(null)
  return (
    <>
      <ListFrame
        place={place}
        list={useItemList()}
        printing={ITEM_PRINTING}
        batchActions={(batch) =>
          mayPublish ? [{ label: t('step.publishMany'), run: () => setPublished(batch) }] : []
        }
      />
      {published && <PublishDialog batch={published} onClose={() => setPublished(null)} />}
    </>
  )
}
