// The kit: fields, lists, layout and words for every screen. It knows no domain; strings come by props.

export { CopyButton } from './CopyButton' // copy with one click
// Habits
export { dispatchCommand, type ScreenCommand, useCommandBarrier, useMenuCommand } from './commands' // useMenuCommand('save', fn)
export { DueText } from './DueText' // 回访 还剩 3 小时
// Saying things
export { announce } from './feedback/announce' // announce('已保存 …'): once, quietly, aria-live
export { ConfirmDialog } from './feedback/ConfirmDialog' // consequence on the button; optional reason
export { ProgressPanel } from './feedback/ProgressPanel' // what, how much, how long, 取消
export { NoticeStackProvider, OneNotice } from './feedback/noticeStack' // of several bars one at a time
export { NoticeBar, RefusalBar, RefusalWayContext } from './feedback/RefusalBar' // sentence across the screen
export { AskDialog } from './form/AskDialog' // short form above the screen whose button names what it does
export { AsyncCombobox } from './form/AsyncCombobox' // finds one of very many: load(query), optionKey, optionText
export { CheckField } from './form/CheckField' // yes or no
export { DateField, DateTimeField } from './form/DateFields' // civil day | null; instant | null; typed or picked
export { DraftForm, type DraftFormProps, type FormDraft } from './form/DraftForm' // keeps what is typed
export { FieldError } from './form/FieldError' // error text with role=alert
export { FieldFrame, type FieldLook } from './form/FieldFrame' // label above, hint and error, for fields of your own
// Forms (react-hook-form): <Form form={useAppForm({...})} label onSave onClose> around fields named by path.
export { Form, placeRefusal } from './form/Form' // Enter moves on, Ctrl+S, Ctrl+Enter, refusals to their field
export { FormGrid } from './form/FormGrid' // two columns; a field with `wide` takes both
export { NumberField } from './form/NumberField' // number | null; min, max, digits, unit
export { PhoneField } from './form/PhoneField' // grouped on leaving
export { PinField } from './form/PinField' // hidden digits
export { type Choice, choicesOf, SelectField } from './form/SelectField' // native list; '' is nothing chosen
export { SuggestField } from './form/SuggestField' // one line that offers what was written before
export { TextArea, type TextAreaProps } from './form/TextArea' // grows with the text
export { TextField } from './form/TextField' // one line; unit, tidy on leaving
export { Segments, ToggleChoice } from './form/ToggleChoice' // segmented radio by arrows; Segments without a form
export { NOT_UNDERSTOOD, TypedDate } from './form/TypedDate' // a day outside a form
export { useAppForm } from './form/useAppForm' // useForm with the desk's habits; optional zod schema
export { type BoundField, useField } from './form/useField' // binding for fields of your own
export {
  formatBytes,
  formatDateTime,
  formatToSecond,
  formatDay,
  formatNumber,
  formatShort,
  formatTime,
  formatWeekday,
} from './i18n/format' // estate time, always
export { currentLocale, type Locale } from './i18n/i18n'
// Words and figures
export { lazyScreen } from './lazyScreen' // React.lazy with the words of other screens
export { chineseKey, refusalText, translateKey } from './i18n/translateKey' // keys known only at run time
export { LanguageSwitch } from './LanguageSwitch' // 中文 / English
export { EmptyState } from './layout/EmptyState' // what this is for, and the first action
export { type Fact, Facts } from './layout/Facts' // labels and values for reading
export { type MenuAction, MoreMenu } from './layout/MoreMenu' // 更多
// Layout
export { ScreenBody, ScreenHead } from './layout/Screen' // head of a list or record; scrolling body
export { SectionPanel } from './layout/SectionPanel' // part that folds, remembered
export { SplitView } from './layout/SplitView' // list left, record right; two steps at 1,100 px
export { useTwoSteps } from './layout/twoSteps' // whether a record covers its list
// Lists
export type { Column } from './list/column'
export { RowHeightContext, useRowHeight } from './list/density' // 32 or 40 px
export { type FilterWord, FilterWords } from './list/FilterWords' // filters as words
export type { Marks } from './list/marks' // rows that can be selected
export { SearchBox } from './list/SearchBox' // line to search with
export { useCursor } from './list/useCursor' // follows the opened record
export { VirtualList, type VirtualListProps } from './list/VirtualList' // grid of 100,000; keyset-paged
export { Option, OptionList } from './list/OptionList' // one is chosen, and what it opens stands beside it
export { recall, remember, useRemembered } from './remember' // choices kept on this machine
export { SignatureBox } from './SignatureBox' // who signs, how far
export { type ChipTone, StatusChip } from './StatusChip' // word + colour + shape
export { type ScreenKey, usePartKeys, useScreenKeys } from './screenKeys' // keys of this screen for F1
export { Timeline, type TimelineChange, type TimelineItem } from './Timeline' // who did what when
export { refreshNow, useNow } from './time' // the present, in ms, renewed every half minute
export { useFileDrops } from './useFileDrops' // files dropped on a part of the window
export { useOnceLoaded } from './useOnceLoaded' // Enter that comes before the answer
