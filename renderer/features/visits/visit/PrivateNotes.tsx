import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit, VisitPrivateNotes } from '../../../../shared/domain/visit/types'
import { may } from '../../../../shared/domain/office/permissions'
import { privateNotesOf, useQuery, useUser, writePrivateCommand } from '../../../data'
import { useAccessNote } from '../../../register/record/useAccessNote'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { useSave } from '../../../register/saving/saving'
import { formatDateTime, SectionPanel, TextArea } from '../../../ui'

/** 私密记录 beside a visit, for the 访问人, 客服主管 and 主任; for everybody else there is no such part (domain 8). */
export function PrivateNotes({ record }: { record: Visit }) {
  const notes = useQuery((db) => privateNotesOf(db, record.id), [record.id])
  if (notes === undefined || notes === 'hidden' || record.state === 'reserved') return null
  return <Panel record={record} notes={notes} />
}

function Panel({ record, notes }: { record: Visit; notes: VisitPrivateNotes | null }) {
  const { t } = useTranslation(['visits', 'record'])
  const { role } = useUser()
  const [open, setOpen] = useState(false)
  // Who reads them is noted (domain 13).
  useAccessNote('notes', { table: 'visitNotes', id: record.id }, Boolean(notes?.text))
  const mayWrite = may(role, 'record.process') && record.state !== 'void'
  return (
    <SectionPanel id="visits.private" title={t('private.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {!open && (
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {notes?.text || t('private.none')}
          </Box>
        )}
        {!open && notes && (
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {t('record:byAt', { by: notes.by, at: formatDateTime(notes.at) })}
          </Box>
        )}
        {open && <NotesForm record={record} notes={notes} onDone={() => setOpen(false)} />}
        {!open && mayWrite && (
          <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
            {notes ? t('private.change') : t('private.write')}
          </Button>
        )}
      </Box>
    </SectionPanel>
  )
}

interface NotesValues {
  text: string
}

interface NotesFormProps {
  record: Visit
  notes: VisitPrivateNotes | null
  onDone: () => void
}

function NotesForm({ record, notes, onDone }: NotesFormProps) {
  const { t } = useTranslation(['visits', 'record'])
  const save = useSave()
  const { id, number } = record
  // What was read when the form opened: notes that somebody else wrote meanwhile are not overwritten unseen.
  const [before] = useState(notes?.at ?? null)
  const write = async ({ text }: NotesValues, draftId: string): Promise<SaveAnswer> => {
    const say = () => t('private.saved')
    const { refusal } = await save(writePrivateCommand, { id, text, before }, { draftId }, say)
    return refusal ? { refusal } : { refusal: null, after: onDone }
  }
  return (
    <RecordForm<NotesValues>
      kind="visit.writePrivate"
      targetId={id}
      label={t('private.title')}
      defaults={() => ({ text: notes?.text ?? '' })}
      // The list of drafts says where they are, never what they say.
      draftTitle={() => `${t('private.title')} ${number}`}
      onSave={write}
      followsMenu={false}
      ground="background.paper"
      takesFocus
      footer={
        <>
          <Button type="submit" variant="contained">
            {t('private.save')}
          </Button>
          <Button onClick={onDone}>{t('record:fold')}</Button>
        </>
      }
    >
      {() => (
        <TextArea<NotesValues>
          name="text"
          label={t('field.privateNotes')}
          hint={t('private.hint')}
          wide
          minRows={3}
          maxLength={10_000}
        />
      )}
    </RecordForm>
  )
}
