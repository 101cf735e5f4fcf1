import { useTranslation } from 'react-i18next'
import { GUIDANCE_LIMITS, GUIDANCE_LISTS } from '../../../shared/domain/guidance/edit'
import { FormGrid, TextArea, TextField } from '../../ui'
import { CausesField } from './CausesField'
import type { MatterValues } from './values'

/** The fields of a matter; lists are written one line each. */
export function MatterFields({ autoFocus }: { autoFocus?: boolean }) {
  const { t } = useTranslation('guidance')
  return (
    <FormGrid>
      <TextField<MatterValues>
        name="title"
        label={t('field.title')}
        required
        wide
        autoFocus={autoFocus}
        maxLength={GUIDANCE_LIMITS.title}
      />
      <CausesField />
      <TextArea<MatterValues>
        name="keywords"
        label={t('field.keywords')}
        hint={t('keywordsHint')}
        required
        wide
        minRows={2}
      />
      {GUIDANCE_LISTS.map((list) => (
        <TextArea<MatterValues> key={list} name={list} label={t(`field.${list}`)} wide minRows={3} />
      ))}
      <TextArea<MatterValues> name="laws" label={t('field.laws')} hint={t('lawsHint')} wide minRows={2} />
    </FormGrid>
  )
}
