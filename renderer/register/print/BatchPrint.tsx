import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormName } from '../../../shared/documents/registry'
import type { Batch } from '../list/batch'
import type { RegisterTable } from '../../data'
import { AskForm } from './AskForm'
import { BatchRun } from './BatchRun'
import type { RegisterPrinting } from './definition'

export interface OfBatchProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  batch: Batch<N>
  onClose: () => void
}

/** 批量打印 of what is selected or filtered: which form, then all of them as one print (forms, "On every form"). */
export function BatchPrint<N extends RegisterTable>({ printing, batch, onClose }: OfBatchProps<N>) {
  const { t } = useTranslation('paper')
  const [started, setStarted] = useState<{ form: FormName; ids: readonly string[] } | null>(null)
  if (!started) {
    return (
      <AskForm
        printing={printing}
        batch={batch}
        onStart={(form, ids) => setStarted({ form, ids })}
        onClose={onClose}
      />
    )
  }
  return (
    <BatchRun
      printing={printing}
      {...started}
      way="batch"
      said={t('batch.done', { count: started.ids.length })}
      onClose={onClose}
    />
  )
}
