import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidanceEntry } from '../../../shared/domain/guidance/merge'
import { saveGuidanceCommand } from '../../data'
import { ElsewhereBar } from '../../register/record/ElsewhereBar'
import { RecordForm, type SaveAnswer } from '../../register/saving/RecordForm'
import { SaveOrFold } from '../../register/saving/SaveButtons'
import { MatterFields } from './MatterFields'
import { besideField, useSaveGuidance } from './useSaveGuidance'
import { type MatterValues, valuesOf, wordsOf } from './values'
import { useGuidanceWords } from './words'

/** Kind of the draft of a matter's form. */
export const EDIT_DRAFT = 'guidance.edit'

const revOf = ({ edit }: GuidanceEntry): number => edit?.rev ?? 0

/** The form is longer than the screen: what changed elsewhere is seen wherever somebody is writing. */
const IN_SIGHT = {
  position: 'sticky',
  top: '-16px',
  zIndex: 2,
  maxHeight: '40vh',
  overflow: 'auto',
  bgcolor: 'background.default',
}

interface MatterFormProps {
  entry: GuidanceEntry
  onClose: () => void
}

/** The words of a matter, changed in place; what another window saved meanwhile is shown before it is overwritten. */
export function MatterForm({ entry, onClose }: MatterFormProps) {
  const { t } = useTranslation(['guidance', 'record'])
  const words = useGuidanceWords()
  const save = useSaveGuidance()
  const [opened, setOpened] = useState(entry)
  const { matter } = entry
  const rev = revOf(opened)

  const run = async (values: MatterValues, draftId: string): Promise<SaveAnswer> => {
    const input = { id: matter.id, rev, words: wordsOf(values) }
    const { refusal } = await save(saveGuidanceCommand, input, values.title, { draftId })
    return refusal ? { refusal: besideField(refusal) } : { refusal: null, after: onClose }
  }
  return (
    // One block, so that what is to stay in sight can.
    <Box>
      {rev !== revOf(entry) && (
        <Box sx={IN_SIGHT}>
          <ElsewhereBar opened={opened.matter} now={matter} words={words} onKeep={() => setOpened(entry)} />
        </Box>
      )}
      <RecordForm<MatterValues>
        kind={EDIT_DRAFT}
        targetId={matter.id}
        label={t('guidance:form')}
        defaults={() => valuesOf(opened.matter)}
        draftTitle={({ title }) => `${t('guidance:title')} ${title}`}
        onSave={run}
        takesFocus
        footer={<SaveOrFold onFold={onClose} />}
      >
        {() => <MatterFields />}
      </RecordForm>
    </Box>
  )
}
