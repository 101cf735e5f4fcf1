import { useTranslation } from 'react-i18next'
import {
  isOpen,
  notVisitedYet,
  reachableParties,
  waitingForAnswer,
} from '../../../../shared/domain/complaint'
import type { AnswerInput, ReturnVisitInput } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { ToggleChoice } from '../../../ui'
import { useCalledName } from './useCalledName'

/** 对谁: everybody, or one of them by name; nothing to choose where there is only one. */
export function AnsweredPerson({ record }: { record: Complaint }) {
  const { t } = useTranslation(['people', 'complaints'])
  const options = usePeople(record)
  if (options.length < 2) return null
  return (
    <ToggleChoice<AnswerInput>
      name="person"
      label={t('complaints:field.answerPerson')}
      options={[{ value: '', label: t('everybody') }, ...options]}
      wide
    />
  )
}

/** 回访对象: each of them by name, and who has not been reached yet; nothing to choose where there is only one. */
export function VisitedPerson({ record }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  const options = usePeople(record)
  if (options.length < 2) return null
  return (
    <ToggleChoice<ReturnVisitInput>
      name="person"
      label={t('field.visitPerson')}
      options={options}
      required
      wide
    />
  )
}

function usePeople(record: Complaint) {
  const nameOf = useCalledName()
  return reachableParties(record).map(({ called }) => ({ value: called, label: nameOf(called) }))
}

/** The person of a form as it is saved: whoever is left alone meanwhile needs no name. */
export function chosenPerson(record: Complaint, person: string | undefined): string {
  return reachableParties(record).length < 2 ? '' : (person ?? '')
}

/** Whom an 答复 is for unless somebody else is chosen: everybody, or the one who is left after the others had theirs. */
export function answeredByDefault(record: Complaint): string {
  const [first, ...more] = waitingForAnswer(record)
  return first && more.length === 0 && reachableParties(record).length > 1 ? first.called : ''
}

/** Who waits for an 答复 while the record is open, or was not reached by a 回访: a line where there are several. */
export function StillOpen({ record, about }: { record: Complaint; about: 'answers' | 'visits' }) {
  const { t } = useTranslation('people')
  const nameOf = useCalledName()
  const waiting = isOpen(record) ? waitingForAnswer(record) : []
  const people = about === 'answers' ? waiting : notVisitedYet(record)
  if (people.length === 0 || reachableParties(record).length < 2) return null
  const names = people.map(({ called }) => nameOf(called)).join('、')
  return <div>{about === 'answers' ? t('notAnswered', { names }) : t('notVisited', { names })}</div>
}
