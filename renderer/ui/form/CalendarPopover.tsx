import Popover from '@mui/material/Popover'
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs'
import { DateCalendar } from '@mui/x-date-pickers/DateCalendar'
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider'
import { enUS, zhCN } from '@mui/x-date-pickers/locales'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useCommandBarrier } from '../commands'
import { formatDay } from '../i18n/format'
import { currentLocale } from '../i18n/i18n'
import { useNow } from '../time'

interface CalendarPopoverProps {
  anchor: HTMLElement
  day: string | null
  onPick: (day: string) => void
  onClose: () => void
}

/** A month to pick a day from. Days are civil days of the estate; the machine's zone does not enter. */
export default function CalendarPopover({ anchor, day, onPick, onClose }: CalendarPopoverProps) {
  useCommandBarrier(true)
  const now = useNow()
  const english = currentLocale() === 'en'
  const locale = (english ? enUS : zhCN).components.MuiLocalizationProvider.defaultProps.localeText
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      // Enter on a day must not reach the form around the field, which would move on.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <LocalizationProvider
        dateAdapter={AdapterDayjs}
        adapterLocale={english ? 'en' : 'zh-cn'}
        localeText={locale}
      >
        <DateCalendar
          autoFocus
          reduceAnimations
          slotProps={{ calendarHeader: { format: english ? 'MMMM YYYY' : 'YYYY年M月' } }}
          value={day ? dayjs(day) : null}
          referenceDate={dayjs(formatDay(new Date(now).toISOString()))}
          onChange={(picked, state) => {
            if (picked && state === 'finish') onPick(picked.format('YYYY-MM-DD'))
          }}
        />
      </LocalizationProvider>
    </Popover>
  )
}
