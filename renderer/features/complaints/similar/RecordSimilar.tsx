import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isOpen, matterOf } from '../../../../shared/domain/complaint'
import { againstJoining } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { linkRecordsCommand, useRole } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, refusalText } from '../../../ui'
import { JoinDialog, type Joining } from './JoinDialog'
import { SimilarButton } from './SimilarButton'
import { SimilarLines } from './SimilarLines'
import { useSimilar } from './useSimilar'

/** 可能是同一件事 beside a record that is open: 并案 in the direction that loses nothing, else 关联. */
export function RecordSimilar({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const wanted = may(useRole(), 'record.process') && isOpen(record) && record.state !== 'reserved'
  const found = useSimilar(wanted ? { matter: matterOf(record), unitCode: '' } : null, record.id)
  const [joining, setJoining] = useState<Joining | null>(null)
  const link = useLink(record)
  // What somebody has linked has been looked at.
  const similar = found.filter(({ record: { id } }) => !record.links.some((known) => known.id === id))
  return (
    <>
      <SimilarLines similar={similar}>
        {(other) => (
          <>
            <SimilarButton
              action={t('similar.open')}
              number={other.number}
              onClick={() => void navigate(`/complaints/${other.id}`, { state: { focus: true } })}
            />
            <Together record={record} other={other} onJoin={setJoining} onLink={link} />
          </>
        )}
      </SimilarLines>
      {joining && (
        <JoinDialog
          joining={joining}
          onClose={() => setJoining(null)}
          onJoined={(id) => {
            setJoining(null)
            if (id !== record.id) void navigate(`/complaints/${id}`, { state: { focus: true } })
          }}
        />
      )}
    </>
  )
}

interface TogetherProps {
  record: Complaint
  other: Complaint
  onJoin: (joining: Joining) => void
  onLink: (other: Complaint) => Promise<void>
}

/** What brings the two together: 并案 the one way, the other way, or 关联 where neither may end in the other. */
function Together({ record, other, onJoin, onLink }: TogetherProps) {
  const { t } = useTranslation('people')
  const { number } = other
  if (!againstJoining(record, other)) {
    const join = () => onJoin({ ended: record, into: other })
    return <SimilarButton action={t('similar.joinInto')} number={number} onClick={join} />
  }
  if (!againstJoining(other, record)) {
    const join = () => onJoin({ ended: other, into: record })
    return <SimilarButton action={t('similar.joinHere')} number={number} onClick={join} />
  }
  return <SimilarButton action={t('similar.link')} number={number} onClick={() => void onLink(other)} />
}

function useLink({ id, rev }: Complaint): (other: Complaint) => Promise<void> {
  const { t } = useTranslation('people')
  const save = useSave()
  return async (other) => {
    const input = {
      id,
      rev,
      table: 'complaints' as const,
      other: { table: 'complaints' as const, id: other.id },
    }
    const said = t('similar.linked', { number: other.number })
    const { refusal } = await save(linkRecordsCommand, input, {}, () => said)
    if (refusal) announce(refusalText(refusal), 'problem')
  }
}
