import Box from '@mui/material/Box'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf } from '../../../shared/util/civilTime'
import { parseDay } from '../../../shared/util/dateInput'
import { FilterWords, NOT_UNDERSTOOD, TypedDate } from '../../ui'
import { customPeriod, isCustom, NAMED_PERIODS, periodDays } from './periods'

interface PeriodWordsProps {
  /** 登记时间 */
  label: string
  /** A named period, `<day>..<day>`, or ''. */
  value: string
  onChange: (value: string) => void
}

const CUSTOM = 'custom'
const today = () => civilDayOf(new Date().toISOString())

/** 本月, 上月, 今年, or from one day to another. */
export function PeriodWords({ label, value, onChange }: PeriodWordsProps) {
  const { t } = useTranslation('list')
  const custom = isCustom(value)
  const options = [...NAMED_PERIODS, CUSTOM].map((key) => ({
    value: key,
    label: t(`period.${key as typeof CUSTOM}`),
  }))
  const choose = ([next = '']: string[]) => {
    // What was seen under a word is where one's own begins.
    onChange(next === CUSTOM ? customPeriod(periodDays(value, today())) : next)
  }
  const days = periodDays(value, today())
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' }}>
      <FilterWords
        label={label}
        single
        options={options}
        value={custom ? [CUSTOM] : value ? [value] : []}
        onChange={choose}
      />
      {custom && (
        <>
          <Day
            label={t('period.from')}
            day={days.from}
            onChange={(from) => onChange(customPeriod({ ...days, from }))}
          />
          <Day
            label={t('period.to')}
            day={days.to}
            onChange={(to) => onChange(customPeriod({ ...days, to }))}
          />
        </>
      )}
    </Box>
  )
}

interface DayProps {
  label: string
  day: string | null
  onChange: (day: string | null) => void
}

function Day({ label, day, onChange }: DayProps) {
  const { t } = useTranslation(['list', 'ui'])
  const id = useId()
  const [unread, setUnread] = useState(false)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component="label" htmlFor={id} sx={{ fontSize: 13, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box sx={{ width: 126 }} title={unread ? t('ui:date.notUnderstood.day.past') : undefined}>
        <TypedDate
          aria={{
            id,
            'aria-required': undefined,
            'aria-invalid': unread || undefined,
            'aria-describedby': undefined,
          }}
          value={day}
          read={(text) => parseDay(text, today())}
          write={(written) => written}
          dayOf={(value) => value}
          withDay={(picked) => picked}
          onChange={(next) => {
            setUnread(next === NOT_UNDERSTOOD)
            if (next !== NOT_UNDERSTOOD) onChange(next)
          }}
          onBlur={() => undefined}
          name={id}
          label={label}
          placeholder={t('period.example')}
          inputRef={null}
          error={unread}
        />
      </Box>
    </Box>
  )
}
