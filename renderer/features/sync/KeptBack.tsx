import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import {
  fieldsOfGroup,
  goingOf,
  KEPT_GROUP_NAMES,
  type KeptGroup,
  notReplicatedOf,
} from '../../../shared/sync/keptBack'
import type { Refusal } from '../../../shared/util/result'
import { changeSettingsCommand, getRecord, useQuery, useRun } from '../../data'
import { announce, CheckField, Form, refusalText, translateKey, useAppForm } from '../../ui'
import { SaveKept } from './SaveKept'

/** A form names its fields with dots. */
const formName = (field: string): string => field.replace('.', '_')

interface Switches {
  groups: Record<KeptGroup, boolean>
  fields: Record<string, boolean>
}

function switchesOf(notReplicated: readonly string[]): Switches {
  const { groups, fields } = goingOf(notReplicated)
  const named = Object.entries(fields).map(([field, goes]) => [formName(field), goes] as const)
  return { groups, fields: Object.fromEntries(named) }
}

function settingOf({ groups, fields }: Switches): string[] {
  const all = KEPT_GROUP_NAMES.flatMap(fieldsOfGroup)
  const going = Object.fromEntries(all.map((field) => [field, fields[formName(field)] !== false]))
  return notReplicatedOf({ groups, fields: going })
}

/** What goes to head office: a switch per register, and one per sensitive field. */
export function KeptBack() {
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  return settings ? <KeptForm notReplicated={settings.notReplicated} /> : null
}

function KeptForm({ notReplicated }: { notReplicated: readonly string[] }) {
  const { t } = useTranslation('sync')
  const run = useRun()
  const stored = switchesOf(notReplicated)
  const form = useAppForm<Switches>({ defaultValues: stored, values: stored })
  const save = async (values: Switches): Promise<Refusal | null> => {
    const saved = await run(changeSettingsCommand, { notReplicated: settingOf(values) })
    if (!saved.ok) return saved.refusal
    if (saved.value.confirmed) announce(t('kept.saved'))
    else announce(refusalText({ key: 'journal.unavailable' }), 'problem')
    return null
  }
  const goes = form.watch('groups')
  return (
    <Form form={form} label={t('kept.title')} onSave={save} followsMenu={false}>
      <Box sx={{ color: 'text.secondary', mb: 3 }}>{t('kept.text')}</Box>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {KEPT_GROUP_NAMES.map((group) => (
          <Box key={group}>
            <CheckField<Switches> name={`groups.${group}`} label={t(`kept.group.${group}`)} />
            {group === 'files' && <Box sx={{ color: 'text.secondary', ml: 6 }}>{t('kept.files')}</Box>}
            {fieldsOfGroup(group).map((field) => (
              <Box key={field} sx={{ ml: 6 }}>
                <CheckField<Switches>
                  name={`fields.${formName(field)}`}
                  label={translateKey(`sync:kept.field.${formName(field)}`)}
                  disabled={!goes[group]}
                />
              </Box>
            ))}
          </Box>
        ))}
      </Box>
      <Box sx={{ color: 'text.secondary', mt: 2 }}>{t('kept.always')}</Box>
      <SaveKept />
    </Form>
  )
}
