import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { calendarKnows } from '../../../shared/util/workdays'
import { changeSettingsCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import {
  DateField,
  EmptyState,
  Form,
  FormGrid,
  formatDay,
  formatWeekday,
  NoticeBar,
  RefusalBar,
  ToggleChoice,
  useAppForm,
  useNow,
} from '../../ui'

interface Correction {
  day: string | null
  kind: 'work' | 'rest'
}

const BLANK: Correction = { day: null, kind: 'rest' }

/** Corrections of the calendar (domain 3): each is kept at once. */
export function WorkdaysPanel({ overrides }: { overrides: Record<string, boolean> }) {
  const { t } = useTranslation('settings')
  const save = useSaveSaying()
  const form = useAppForm<Correction>({ defaultValues: BLANK })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const year = Number(formatDay(new Date(useNow()).toISOString()).slice(0, 4))
  const unknown = [year, year + 1].filter((candidate) => !calendarKnows(candidate))

  const keep = (next: Record<string, boolean>) =>
    save(changeSettingsCommand, { workdayOverrides: next }, t('saved'))
  const add = async ({ day, kind }: Correction): Promise<Refusal | null> => {
    if (!day) return { key: 'office.required', field: 'day' }
    const refused = await keep({ ...overrides, [day]: kind === 'work' })
    if (!refused) form.reset(BLANK)
    return refused
  }
  const remove = async (day: string) => {
    const { [day]: _gone, ...rest } = overrides
    setRefusal(await keep(rest))
  }
  const days = Object.keys(overrides).toSorted()
  return (
    <>
      <Box sx={{ color: 'text.secondary' }}>{t('workdays.text')}</Box>
      {unknown.map((missing) => (
        <NoticeBar key={missing} tone="soon">
          {t('workdays.unknownYear', { year: missing })}
        </NoticeBar>
      ))}
      <Form form={form} label={t('tab.workdays')} onSave={add}>
        <FormGrid>
          <DateField<Correction> name="day" label={t('workdays.day')} lean="future" required />
          <ToggleChoice<Correction>
            name="kind"
            label={t('workdays.kind')}
            options={[
              { value: 'rest', label: t('workdays.rest') },
              { value: 'work', label: t('workdays.work') },
            ]}
          />
        </FormGrid>
        <Button type="submit" sx={{ mt: 3 }}>
          {t('workdays.add')}
        </Button>
      </Form>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      {days.length === 0 ? (
        <EmptyState title={t('workdays.none')} />
      ) : (
        <Box component="ul" aria-label={t('workdays.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {days.map((day) => (
            <Box
              component="li"
              key={day}
              sx={{ display: 'flex', alignItems: 'center', gap: 4, minHeight: 32 }}
            >
              <span>{day}</span>
              <span>{formatWeekday(day)}</span>
              <strong>{overrides[day] ? t('workdays.work') : t('workdays.rest')}</strong>
              <Tooltip title={t('workdays.remove', { day })}>
                <IconButton aria-label={t('workdays.remove', { day })} onClick={() => void remove(day)}>
                  <DeleteOutlined />
                </IconButton>
              </Tooltip>
            </Box>
          ))}
        </Box>
      )}
    </>
  )
}
