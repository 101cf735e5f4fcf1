import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import {
  getRecords,
  type RecordTables,
  type RegisterTable,
  type SavedRecord,
  useData,
  useRun,
} from '../../data'
import { announce } from '../../ui'
import { AskCount } from './AskCount'
import { BatchRun } from './BatchRun'
import type { BlankForm, RegisterPrinting } from './definition'
import { ListPrint } from './ListPrint'

interface BlankFormsProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  blank: BlankForm<RecordTables[N]>
  onClose: () => void
}

/** 打印空白表: so many numbers are reserved, then their blank sheets are printed (forms, "On every form"). */
export function BlankForms<N extends RegisterTable>({ printing, blank, onClose }: BlankFormsProps<N>) {
  const { t } = useTranslation('paper')
  const run = useRun()
  const [reserved, setReserved] = useState<readonly SavedRecord[] | null>(null)
  const reserve = async (count: number): Promise<Refusal | null> => {
    const done = await run(blank.reserve, { count })
    if (!done.ok) return done.refusal
    setReserved(done.value.value.records)
    return null
  }
  if (!reserved) return <AskCount form={t(`form.${blank.form}`)} onReserve={reserve} onClose={onClose} />
  const close = (printed: boolean) => {
    if (!printed) announce(t('blank.kept'))
    onClose()
  }
  const Printed = blank.rowsOf ? ReservedRows : ReservedSheets
  return <Printed printing={printing} blank={blank} reserved={reserved} onClose={close} />
}

interface ReservedProps<N extends RegisterTable> extends Omit<BlankFormsProps<N>, 'onClose'> {
  reserved: readonly SavedRecord[]
  onClose: (printed: boolean) => void
}

/** What is said of the numbers that were given. */
function useSaid(reserved: readonly SavedRecord[]): string {
  const { t } = useTranslation('paper')
  const first = reserved[0]?.number ?? ''
  const last = reserved.at(-1)?.number ?? ''
  const count = reserved.length
  return count === 1 ? t('blank.reserved', { first }) : t('blank.reservedMany', { first, last, count })
}

/** A sheet for each number. */
function ReservedSheets<N extends RegisterTable>({ printing, blank, reserved, onClose }: ReservedProps<N>) {
  const { t } = useTranslation('paper')
  const title = t('blank.printTitle', { form: t(`form.${blank.form}`), count: reserved.length })
  return (
    <BatchRun
      printing={printing}
      form={blank.form}
      ids={reserved.map(({ id }) => id)}
      way="blank"
      title={title}
      said={useSaid(reserved)}
      onClose={onClose}
    />
  )
}

/** All numbers as rows of one list. */
function ReservedRows<N extends RegisterTable>({ printing, blank, reserved, onClose }: ReservedProps<N>) {
  const { db } = useData()
  const said = useSaid(reserved)
  const { table } = printing
  const printed = useRef(false)
  const [batch] = useState(() => ({
    table,
    count: reserved.length,
    selected: true,
    words: '',
    async *records() {
      yield await getRecords(
        db,
        table,
        reserved.map(({ id }) => id),
      )
    },
  }))
  if (!blank.rowsOf) return null
  return (
    <ListPrint
      printing={printing}
      list={blank.rowsOf}
      batch={batch}
      way="blank"
      said={said}
      onPrinted={() => {
        printed.current = true
      }}
      onClose={() => onClose(printed.current)}
    />
  )
}
