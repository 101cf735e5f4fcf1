import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formsOfRegister, isSigned } from '../../../../shared/documents/formOfCode'
import type { FormName } from '../../../../shared/documents/registry'
import { parseNumber } from '../../../../shared/domain/numbering/number'
import { awaitsSignature } from '../../../../shared/domain/scan'
import type { Refusal } from '../../../../shared/util/result'
import { fileFromTrayCommand, getRecord, type SheetRecord, useData } from '../../../data'
import { LinkPicker } from '../../../register/links/LinkPicker'
import { useSave } from '../../../register/saving/saving'
import { CheckField, Form, NumberField, SelectField, TextField, translateKey, useAppForm } from '../../../ui'
import { useSigner } from '../signers'
import type { ScanRow } from '../glance/rows'

/** A plain 附件 instead of the scan of a sheet. */
const PLAIN = 'attachment'

interface AssignValues {
  form: string
  version: number | null
  signed: boolean
  by: string
}

/** 归档 by hand: to which record, as which sheet of it, and who signed. What the code said is filled in. */
export function AssignForm({ row, onFiled }: { row: ScanRow; onFiled: () => void }) {
  const { t } = useTranslation('scans')
  const { db } = useData()
  const [target, setTarget] = useState<SheetRecord | null>(row.found)
  if (target) {
    return (
      <Sheet
        key={target.record.id}
        row={row}
        target={target}
        onOther={() => setTarget(null)}
        onFiled={onFiled}
      />
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ color: 'text.secondary' }}>{t('assign.help')}</Box>
      <LinkPicker
        label={t('assign.which')}
        without={[]}
        onPick={({ table, line }) =>
          void getRecord(db, table, line.id).then((record) => record && setTarget({ table, record }))
        }
      />
    </Box>
  )
}

interface SheetProps {
  row: ScanRow
  target: SheetRecord
  onOther: () => void
  onFiled: () => void
}

function Sheet({ row, target, onOther, onFiled }: SheetProps) {
  const { t } = useTranslation(['scans', 'paper'])
  const { record } = target
  const forms = printedForms(target)
  const form = useAppForm<AssignValues>({ defaultValues: useFirstValues(row, target, forms) })
  const values = form.watch()
  const save = useFile(row, target, onFiled)
  const plain = values.form === PLAIN
  const print = record.prints[values.form]
  const asks = !plain && isSigned(values.form) && awaitsSignature(print, values.version ?? 0)
  const again = !plain && print?.filing?.version === values.version
  return (
    <Form form={form} label={t('scans:assign.title')} onSave={(given) => save(given, asks, again)}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
          <strong>{record.number}</strong>
          <Button variant="text" onClick={onOther}>
            {t('scans:assign.other')}
          </Button>
        </Box>
        <SelectField<AssignValues>
          name="form"
          label={t('scans:assign.form')}
          options={[
            ...forms.map((value) => ({ value, label: translateKey(`paper:form.${value}`) })),
            { value: PLAIN, label: t('scans:assign.plain') },
          ]}
        />
        {!plain && (
          <NumberField<AssignValues>
            name="version"
            label={t('scans:assign.version')}
            hint={t('scans:assign.versionHint', { newest: print?.version ?? 0 })}
            min={1}
            max={print?.version ?? 1}
            required
          />
        )}
        {asks && <CheckField<AssignValues> name="signed" label={t('scans:signed')} />}
        {asks && values.signed && (
          <TextField<AssignValues> name="by" label={t('paper:field.signer')} maxLength={50} required />
        )}
        {again && <Box>{t('scans:assign.againText', { version: values.version ?? 0 })}</Box>}
        <Box>
          <Button type="submit" variant="contained" title="Ctrl+S" disabled={form.formState.isSubmitting}>
            {again ? t('scans:assign.fileAgain') : t('scans:assign.file')}
          </Button>
        </Box>
      </Box>
    </Form>
  )
}

/** The forms of a record that were printed: only these can have come back. */
function printedForms({ record }: SheetRecord): FormName[] {
  const register = parseNumber(record.number)?.register
  return register ? formsOfRegister(register).filter((form) => record.prints[form]) : []
}

function useFirstValues(row: ScanRow, target: SheetRecord, forms: readonly FormName[]): AssignValues {
  const signerOf = useSigner()
  const said = row.found?.record.id === target.record.id ? row.form : null
  const form = said && forms.includes(said) ? said : forms[0]
  const version = form === said ? row.scan.codes[0]?.version : undefined
  const by = form ? signerOf(target, form) : ''
  return {
    form: form ?? PLAIN,
    version: version ?? (form ? (target.record.prints[form]?.version ?? null) : null),
    signed: by !== '',
    by,
  }
}

function useFile({ scan }: ScanRow, { table, record }: SheetRecord, onFiled: () => void) {
  const save = useSave()
  const { ports } = useData()
  const { t } = useTranslation('scans')
  return async (values: AssignValues, asks: boolean, again: boolean): Promise<Refusal | null> => {
    const plain = values.form === PLAIN
    const signature =
      asks && values.signed
        ? { outcome: 'signed' as const, by: values.by, at: ports.now(), reason: '' }
        : null
    const { refusal } = await save(
      fileFromTrayCommand,
      {
        id: scan.id,
        rev: scan.rev,
        table,
        recordId: record.id,
        form: plain ? null : values.form,
        version: plain ? 0 : (values.version ?? 0),
        again,
        signature,
      },
      undefined,
      ({ number }) => t('filedTo', { number }),
    )
    if (!refusal) onFiled()
    return refusal
  }
}
