import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isOpen } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { useData } from '../../../data'
import type { IntakeValues } from '../intake/intakeValues'
import { SimilarButton } from './SimilarButton'
import { SimilarLines } from './SimilarLines'
import { type SimilarRequest, useSimilar } from './useSimilar'

export interface IntakeSimilarProps {
  form: UseFormReturn<IntakeValues>
  /** 并入此件: this person and words go to that record, and no number is given. */
  onAdd: (record: Complaint) => void
}

/** 可能是同一件事 beside an intake that is being typed (quality 9.13). The draft stays while another record is read. */
export function IntakeSimilar({ form, onAdd }: IntakeSimilarProps) {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const similar = useSimilar(useRequest(form))
  return (
    <SimilarLines similar={similar}>
      {(record) => (
        <>
          <SimilarButton
            action={t('similar.open')}
            number={record.number}
            onClick={() => void navigate(`/complaints/${record.id}`, { state: { focus: true } })}
          />
          {isOpen(record) && (
            <SimilarButton
              action={t('similar.addHere')}
              number={record.number}
              onClick={() => onAdd(record)}
            />
          )}
        </>
      )}
    </SimilarLines>
  )
}

/** What has been typed so far; null while it is too little to tell anything. */
function useRequest({ control }: UseFormReturn<IntakeValues>): SimilarRequest | null {
  const { ports } = useData()
  const [complainant, place, content, registeredAt] = useWatch({
    control,
    name: ['complainant', 'place', 'content', 'registeredAt'],
  })
  const { anonymous, unitId } = complainant
  const unitCode = anonymous ? '' : complainant.unitCode.trim()
  const unitIds = unitId && !anonymous ? [unitId] : []
  if (unitIds.length === 0 && !unitCode && !place.trim() && content.trim().length < 4) return null
  return { matter: { unitIds, place, texts: [content], at: registeredAt ?? ports.now() }, unitCode }
}
