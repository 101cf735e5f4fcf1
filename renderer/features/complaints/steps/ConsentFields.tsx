import { useEffect, useRef } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateTimeField, FormGrid, TextField, ToggleChoice } from '../../../ui'
import { useChoices } from '../words'
import { chosenBy, type HandlingValues } from './handlingValues'

/** 同意 goes with the very proposal that it was given to: once that is chosen or worded otherwise, nobody was asked. */
function useConsentTo(form: UseFormReturn<HandlingValues>, agreed: string, chosen: string | null): void {
  const given = useRef<string | null>(null)
  useEffect(() => {
    if (agreed !== 'yes') given.current = null
    else if (given.current === null) given.current = chosen
    else if (given.current !== chosen) form.setValue('consent.agreed', '', { shouldDirty: true })
  }, [agreed, chosen, form])
}

/** What the person said to the proposals: asked once there is one, and when and how only once they said something. */
export function ConsentFields({ form }: { form: UseFormReturn<HandlingValues> }) {
  const { t } = useTranslation(['complaints', 'branches'])
  const choices = useChoices()
  const { control } = form
  const [proposals, agreed, choice] = useWatch({
    control,
    name: ['proposals', 'consent.agreed', 'chosenProposal'],
  })
  useConsentTo(form, agreed, choice === '' ? null : (proposals[Number(choice)]?.text ?? null))
  useEffect(() => {
    const { proposals: offered, chosenProposal } = form.getValues()
    const chosen = chosenBy(agreed, offered, chosenProposal)
    if (chosen !== chosenProposal) form.setValue('chosenProposal', chosen, { shouldDirty: true })
  }, [agreed, form])
  if (agreed === '' && !proposals.some(({ text }) => text.trim() !== '')) return null
  return (
    <FormGrid>
      <ToggleChoice<HandlingValues>
        name="consent.agreed"
        label={t('field.consent')}
        options={[
          { value: '', label: t('branches:consent.notAsked') },
          { value: 'yes', label: t('branches:consent.agreed') },
          { value: 'no', label: t('branches:consent.refused') },
        ]}
        hint={agreed === 'no' ? t('branches:consent.refusedHint') : undefined}
        wide={agreed === ''}
      />
      {agreed !== '' && (
        <>
          <DateTimeField<HandlingValues> name="consent.at" label={t('field.consentAt')} required />
          <ToggleChoice<HandlingValues>
            name="consent.way"
            label={t('field.consentWay')}
            options={choices.ways}
            wide
          />
          <TextField<HandlingValues> name="consent.words" label={t('field.words')} wide maxLength={5_000} />
        </>
      )}
    </FormGrid>
  )
}
