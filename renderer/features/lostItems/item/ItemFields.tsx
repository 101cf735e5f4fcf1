import Box from '@mui/material/Box'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { custodyMonths } from '../../../../shared/domain/lostItem'
import {
  type LostCategory,
  type LostItem,
  SENSITIVE_CATEGORIES,
} from '../../../../shared/domain/lostItem/types'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import {
  DateTimeField,
  FormGrid,
  NoticeBar,
  NumberField,
  PhoneField,
  SelectField,
  SuggestField,
  TextArea,
  TextField,
  ToggleChoice,
} from '../../../ui'
import { useRules } from '../useRules'
import { type ItemValues, itemIntake } from './values'
import { useChoices } from './words'

interface ItemFieldsProps {
  form: UseFormReturn<ItemValues>
  /** 上交时间 stays once the record exists: custody runs from it. */
  fixed?: boolean
  takesFocus?: boolean
}

const placesOf = ({ intake }: LostItem) => [intake.foundPlace]
const shelvesOf = ({ intake }: LostItem) => [intake.storedAt]
const countersOf = ({ intake }: LostItem) => [intake.countedBy]
const rolesOf = ({ intake }: LostItem) => [intake.finder.role]

/** 收存登记, in the order in which it happens: the thing, where it was found and by whom, where it goes. */
export function ItemFields({ form, fixed = false, takesFocus = !fixed }: ItemFieldsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Thing form={form} takesFocus={takesFocus} />
      <Found />
      <Shelf fixed={fixed} />
    </Box>
  )
}

function Thing({ form, takesFocus }: { form: UseFormReturn<ItemValues>; takesFocus: boolean }) {
  const { t } = useTranslation('lostItems')
  const choices = useChoices()
  return (
    <>
      <Box
        sx={{ display: 'grid', gap: '12px 16px', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) 96px' }}
      >
        <TextField<ItemValues>
          name="name"
          label={t('field.name')}
          required
          autoFocus={takesFocus}
          maxLength={100}
        />
        <SelectField<ItemValues>
          name="category"
          label={t('field.category')}
          options={choices.categories}
          emptyLabel=""
          required
        />
        <NumberField<ItemValues> name="quantity" label={t('field.quantity')} min={1} max={9999} required />
      </Box>
      <Sensitive form={form} />
      <TextArea<ItemValues>
        name="features"
        label={t('field.features')}
        placeholder={t('intake.featuresHint')}
        large
        wide
        minRows={2}
        maxLength={20_000}
      />
      <Value form={form} />
    </>
  )
}

/** 证件, 银行卡 and the like are not to be kept: said as soon as it is chosen (domain 6). */
function Sensitive({ form }: { form: UseFormReturn<ItemValues> }) {
  const { t } = useTranslation('lostItems')
  const category = useWatch({ control: form.control, name: 'category' })
  const isSensitive = (SENSITIVE_CATEGORIES as readonly string[]).includes(category)
  if (!category || !isSensitive) return null
  return (
    <NoticeBar tone="danger">
      {t('intake.sensitive', { category: t(`category.${category satisfies LostCategory}`) })}
    </NoticeBar>
  )
}

/** 估价, or the band alone; and how long that is kept. */
function Value({ form }: { form: UseFormReturn<ItemValues> }) {
  const { t } = useTranslation('lostItems')
  const choices = useChoices()
  const rules = useRules()
  const values = useWatch({ control: form.control }) as ItemValues
  const { estimate } = itemIntake({ ...form.getValues(), ...values }, '')
  const band = estimate.fen === null ? estimate.band : estimate.fen > 10_000 ? 'over100' : 'upTo100'
  const months = custodyMonths({ intake: { ...itemIntake(form.getValues(), ''), estimate } }, rules)
  return (
    <Box sx={{ display: 'grid', gap: '12px 16px', gridTemplateColumns: '160px auto minmax(0, 1fr)' }}>
      <NumberField<ItemValues>
        name="yuan"
        label={t('field.estimate')}
        unit={t('intake.unit')}
        min={0}
        digits={2}
      />
      {/* Where the amount is known its band is too. */}
      {estimate.fen === null && (
        <ToggleChoice<ItemValues> name="band" label={t('field.estimateBand')} options={choices.bands} />
      )}
      <Box sx={{ pt: 6, mt: 1, color: 'text.secondary' }}>
        {t('intake.band', { months, band: t(`band.${band}`) })}
      </Box>
    </Box>
  )
}

function Found() {
  const { t } = useTranslation('lostItems')
  const places = useLastEntries('lostItems', placesOf)
  const roles = useLastEntries('lostItems', rolesOf)
  return (
    <>
      <FormGrid>
        <SuggestField<ItemValues>
          name="foundPlace"
          suggestions={places}
          label={t('field.foundPlace')}
          placeholder={t('intake.placeExample')}
          required
          maxLength={200}
        />
        <DateTimeField<ItemValues> name="foundAt" label={t('field.foundAt')} />
      </FormGrid>
      <FormGrid columns={3}>
        <TextField<ItemValues> name="finder.name" label={t('field.finder')} required maxLength={50} />
        <SuggestField<ItemValues>
          name="finder.role"
          suggestions={roles}
          label={t('field.finderRole')}
          placeholder={t('intake.finderRoleExample')}
          maxLength={50}
        />
        <PhoneField<ItemValues> name="finder.phone" label={t('field.finderPhone')} />
      </FormGrid>
    </>
  )
}

function Shelf({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation('lostItems')
  const shelves = useLastEntries('lostItems', shelvesOf)
  const counters = useLastEntries('lostItems', countersOf)
  return (
    <>
      <FormGrid>
        <SuggestField<ItemValues>
          name="storedAt"
          suggestions={shelves}
          label={t('field.storedAt')}
          placeholder={t('intake.storedExample')}
          required
          maxLength={100}
        />
        <DateTimeField<ItemValues>
          name="handedInAt"
          label={t('field.handedInAt')}
          required
          disabled={fixed}
        />
        <TextField<ItemValues> name="receivedBy" label={t('field.receivedBy')} maxLength={50} />
        <SuggestField<ItemValues>
          name="countedBy"
          suggestions={counters}
          label={t('field.countedBy')}
          placeholder={t('intake.countedHint')}
          maxLength={50}
        />
      </FormGrid>
      <TextArea<ItemValues> name="clues" label={t('field.clues')} wide minRows={1} maxLength={5_000} />
      <TextArea<ItemValues> name="remarks" label={t('field.remarks')} wide minRows={1} maxLength={5_000} />
    </>
  )
}
