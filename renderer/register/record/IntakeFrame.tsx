import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { may, type Permission } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { EmptyState, refusalText, ScreenHead, useMenuCommand } from '../../ui'
import { RecordForm, type SaveAnswer } from '../saving/RecordForm'
import { SaveButtons } from '../saving/SaveButtons'
import { SideBySide } from './SideBySide'
import { useBrought, useIntakeDraft } from './useBrought'

interface IntakeFrameProps<V extends FieldValues> {
  /** 登记投诉 */
  title: string
  /** Name of the form for those who hear it: 投诉登记. */
  label: string
  /** Kind of its draft: `complaint.register`. */
  kind: string
  permission?: Permission
  /** What it begins with; what another screen brought comes over it. */
  defaults: () => DefaultValues<V>
  draftTitle: (values: V) => string
  onSave: (values: V, draftId: string) => Promise<SaveAnswer>
  onBack: () => void
  /** What is known beside what is typed. */
  renderSide: (form: UseFormReturn<V>) => ReactNode
  children: (form: UseFormReturn<V>) => ReactNode
}

/** `/new` of a register: what a clerk fills in while the person talks, beside what is known. */
export function IntakeFrame<V extends FieldValues>(props: IntakeFrameProps<V>) {
  const { title, permission = 'record.register', onBack } = props
  const { t } = useTranslation('record')
  const role = useRole()
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead title={title} actions={<Button onClick={onBack}>{t('toList')}</Button>} />
      {may(role, permission) ? (
        <IntakeForm {...props} />
      ) : (
        <EmptyState title={refusalText({ key: 'office.notAllowed' })} />
      )}
    </>
  )
}

function IntakeForm<V extends FieldValues>(props: IntakeFrameProps<V>) {
  const { kind, label, defaults, draftTitle, onSave, renderSide, children } = props
  const brought = useBrought<DefaultValues<V>>()
  const draftId = useIntakeDraft()
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 3 }}>
      <RecordForm<V>
        // Another draft, another form: its fields hold words of their own.
        key={draftId ?? ''}
        kind={kind}
        onlyDraft={draftId}
        label={label}
        defaults={() => ({ ...defaults(), ...brought })}
        draftTitle={draftTitle}
        onSave={onSave}
        footer={<SaveButtons />}
      >
        {(form) => <SideBySide side={renderSide(form)}>{children(form)}</SideBySide>}
      </RecordForm>
    </Box>
  )
}
