import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { saveGuidanceCommand } from '../../data'
import { RecordForm } from '../../register/saving/RecordForm'
import { SaveButtons } from '../../register/saving/SaveButtons'
import { ScreenHead, useMenuCommand } from '../../ui'
import { MatterBody } from './MatterBody'
import { MatterFields } from './MatterFields'
import { besideField, useSaveGuidance } from './useSaveGuidance'
import { BLANK, type MatterValues, wordsOf } from './values'

/** A matter of the office's own. */
export function NewMatter({ onSaved, onBack }: { onSaved: (id: string) => void; onBack: () => void }) {
  const { t } = useTranslation('guidance')
  const save = useSaveGuidance()
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead title={t('new')} actions={<Button onClick={onBack}>{t('toList')}</Button>} />
      <MatterBody>
        <RecordForm<MatterValues>
          kind="guidance.new"
          label={t('form')}
          defaults={() => BLANK}
          draftTitle={({ title }) => `${t('title')} ${title}`}
          onSave={async (values, draftId) => {
            const input = { id: null, rev: 0, words: wordsOf(values) }
            const { value, refusal } = await save(saveGuidanceCommand, input, values.title, { draftId })
            if (refusal) return { refusal: besideField(refusal) }
            return { refusal: null, after: (closing) => (closing ? onBack() : onSaved(value.id)) }
          }}
          footer={<SaveButtons />}
        >
          {() => <MatterFields autoFocus />}
        </RecordForm>
      </MatterBody>
    </>
  )
}
