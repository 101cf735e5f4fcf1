import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../../shared/domain/household/types'
import { may } from '../../../../shared/domain/office/permissions'
import { endNoteCommand, type Household, useRole, voidEntryCommand } from '../../../data'
import {
  announce,
  ConfirmDialog,
  CopyButton,
  EmptyState,
  Facts,
  formatNumber,
  MoreMenu,
  refusalText,
  ScreenBody,
  ScreenHead,
  SectionPanel,
  StatusChip,
  useMenuCommand,
} from '../../../ui'
import { useSaveEntry } from '../saving'
import { STATUS_TONES } from '../words'
import { UnitMatters } from '../../../register/who/UnitMatters'
import { useEditing } from './editing'
import { CareSection, InstructionsSection } from './NotesSections'
import { OpenForm } from './OpenForm'
import { PersonsSection } from './PersonsSection'
import type { SectionProps, VoidableTable } from './SectionProps'
import { TimelineSection } from './TimelineSection'
import { useHouseholdRecord, useToday, useUnitCodes } from './useHouseholdRecord'
import { VehiclesSection } from './VehiclesSection'

interface HouseholdRecordProps {
  id: string
  onBack: () => void
}

/** One household: flags and instructions first, then people, vehicles, complaints (domain 4). */
export function HouseholdRecord({ id, onBack }: HouseholdRecordProps) {
  const { t } = useTranslation('households')
  const household = useHouseholdRecord(id)
  useMenuCommand('escape', onBack)
  if (household === undefined) return null
  if (household === null) {
    return <EmptyState title={t('record.missing')} text={t('record.missingText')} />
  }
  return <Opened household={household} />
}

interface Voiding {
  table: VoidableTable
  id: string
  name: string
}

function Opened({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const { unit } = household
  const role = useRole()
  const today = useToday()
  const codes = useUnitCodes(household)
  const [editing, setEditing] = useEditing(unit.id)
  const [voiding, setVoiding] = useState<Voiding | null>(null)
  const save = useSaveEntry()
  const writes = may(role, 'household.write') && !unit.voided
  const voids = may(role, 'record.void') && !unit.voided
  const openUnit = () => setEditing({ form: 'unit', id: null })
  useMenuCommand('edit', openUnit, writes)
  useMenuCommand('escape', () => setEditing(null), editing !== null)

  const say = (refusal: Parameters<typeof refusalText>[0] | null) => {
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  const end: SectionProps['onEnd'] = async (table, noteId, name) =>
    say((await save(endNoteCommand, { table, id: noteId }, name, { word: 'ended' })).refusal)
  const voidIt = async (reason: string) => {
    if (!voiding) return
    const { table, id, name } = voiding
    setVoiding(null)
    say((await save(voidEntryCommand, { table, id, reason }, name, { word: 'voided' })).refusal)
  }
  const ask = (table: VoidableTable, entryId: string, name: string) =>
    setVoiding({ table, id: entryId, name })
  const props: SectionProps = {
    household,
    today,
    writes,
    onEdit: setEditing,
    onVoid: voids ? ask : null,
    onEnd: (...args) => void end(...args),
  }
  return (
    <>
      <RecordHead
        unit={unit}
        onEdit={writes ? openUnit : null}
        onVoid={voids ? () => ask('units', unit.id, unit.code) : null}
      />
      <ScreenBody>
        {editing && writes && (
          <OpenForm
            editing={editing}
            household={household}
            codes={codes}
            today={today}
            onClose={() => setEditing(null)}
          />
        )}
        <CareSection {...props} />
        <InstructionsSection {...props} />
        <PersonsSection {...props} />
        <VehiclesSection {...props} />
        <UnitSection unit={unit} />
        <UnitMatters unitId={unit.id} />
        <TimelineSection household={household} />
      </ScreenBody>
      <ConfirmDialog
        open={voiding !== null}
        title={`${t('void.title')} ${voiding?.name ?? ''}`}
        confirmLabel={t('void.confirm')}
        reasonLabel={t('void.reason')}
        danger
        onConfirm={(reason) => void voidIt(reason)}
        onCancel={() => setVoiding(null)}
      >
        {t('void.text')}
      </ConfirmDialog>
    </>
  )
}

interface RecordHeadProps {
  unit: Unit
  onEdit: (() => void) | null
  onVoid: (() => void) | null
}

function RecordHead({ unit, onEdit, onVoid }: RecordHeadProps) {
  const { t } = useTranslation('households')
  const code = unit.code.split('~')[0] ?? unit.code
  return (
    <ScreenHead
      title={code}
      facts={
        <>
          <CopyButton text={code} what={t('record.code', { code })} />
          {unit.voided ? (
            <StatusChip tone="void" label={t('record.voided')} />
          ) : (
            <StatusChip tone={STATUS_TONES[unit.status]} label={t(`status.${unit.status}`)} />
          )}
          <span>{t(`use.${unit.use}`)}</span>
        </>
      }
      actions={
        <>
          {onEdit && (
            <Button onClick={onEdit} title="F2">
              {t('action.edit')}
            </Button>
          )}
          {onVoid && <MoreMenu actions={[{ label: t('action.void'), danger: true, run: onVoid }]} />}
        </>
      }
    />
  )
}

function UnitSection({ unit }: { unit: Unit }) {
  const { t } = useTranslation('households')
  return (
    <SectionPanel id="households.unit" title={t('section.unit')}>
      <Facts
        columns={2}
        items={[
          { label: t('field.building'), value: unit.building },
          { label: t('field.section'), value: unit.section },
          { label: t('field.room'), value: unit.room },
          { label: t('field.use'), value: t(`use.${unit.use}`) },
          {
            label: t('field.area'),
            value: unit.area === null ? '' : `${formatNumber(unit.area, 2)} ${t('field.areaUnit')}`,
          },
          { label: t('field.status'), value: t(`status.${unit.status}`) },
          { label: t('field.moveInDate'), value: unit.moveInDate },
        ]}
      />
    </SectionPanel>
  )
}
