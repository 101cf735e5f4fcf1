import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type SavedRecord, useRun, type RegisterTable } from '../../data'
import { announce } from '../../ui'
import { AskCount } from './AskCount'
import { BatchRun } from './BatchRun'
import type { BlankForm, RegisterPrinting } from './definition'

interface BlankFormsProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  blank: BlankForm
  onClose: () => void
}

/** 打印空白表: so many numbers are reserved, then their blank sheets are printed (forms, "On every form"). */
export function BlankForms<N extends RegisterTable>({ printing, blank, onClose }: BlankFormsProps<N>) {
  const { t } = useTranslation('paper')
  const run = useRun()
  const [reserved, setReserved] = useState<readonly SavedRecord[] | null>(null)
  const title = t(`form.${blank.form}`)
  const reserve = async (count: number): Promise<Refusal | null> => {
    const done = await run(blank.reserve, { count })
    if (!done.ok) return done.refusal
    setReserved(done.value.value.records)
    return null
  }
  if (!reserved) return <AskCount form={title} onReserve={reserve} onClose={onClose} />
  const first = reserved[0]?.number ?? ''
  const last = reserved.at(-1)?.number ?? ''
  const count = reserved.length
  return (
    <BatchRun
      printing={printing}
      form={blank.form}
      ids={reserved.map(({ id }) => id)}
      way="blank"
      title={t('blank.printTitle', { form: title, count })}
      said={count === 1 ? t('blank.reserved', { first }) : t('blank.reservedMany', { first, last, count })}
      onClose={(printed) => {
        if (!printed) announce(t('blank.kept'))
        onClose()
      }}
    />
  )
}
