import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_FORM } from '../../../../shared/domain/complaint'
import type { Refusal } from '../../../../shared/util/result'
import { reserveNumbersCommand, type SavedRecord, useRun } from '../../../data'
import { announce } from '../../../ui'
import { AskCount } from './AskCount'
import BatchRun from './BatchRun'

/** 打印空白表: so many numbers are reserved, then their blank 《投诉来访记录》 are printed (forms, "On every form"). */
export default function BlankForms({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('paper')
  const run = useRun()
  const [reserved, setReserved] = useState<readonly SavedRecord[] | null>(null)
  const reserve = async (count: number): Promise<Refusal | null> => {
    const done = await run(reserveNumbersCommand, { count })
    if (!done.ok) return done.refusal
    setReserved(done.value.value.records)
    return null
  }
  if (!reserved) return <AskCount onReserve={reserve} onClose={onClose} />
  const first = reserved[0]?.number ?? ''
  const last = reserved.at(-1)?.number ?? ''
  const count = reserved.length
  return (
    <BatchRun
      form={VISIT_FORM}
      ids={reserved.map(({ id }) => id)}
      way="blank"
      title={t('blank.printTitle', { count })}
      said={count === 1 ? t('blank.reserved', { first }) : t('blank.reservedMany', { first, last, count })}
      onClose={(printed) => {
        if (!printed) announce(t('blank.kept'))
        onClose()
      }}
    />
  )
}
