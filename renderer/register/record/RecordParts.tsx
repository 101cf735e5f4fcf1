import type { ComponentType, ReactNode } from 'react'
import type { Fact } from '../../ui'
import type { Offer } from './offers'
import type { StepPlaces } from './places'
import { RecordSection } from './RecordSection'
import type { StepProps, StepRecord } from './StepForm'
import { useStepNames } from './useStepNames'

/** A part of a record in the order of its life: what is known, and the steps that open in it. */
export interface RecordPart<S extends string> {
  key: string
  title: string
  steps: readonly S[]
  facts?: readonly Fact[]
  /** While the form of this step is open it says everything: the facts are not shown. */
  correctedBy?: S
  /** What is more than label and value; falsy where there is nothing. */
  children?: ReactNode
}

interface RecordPartsProps<R extends StepRecord, S extends string> {
  record: R
  namespace: string
  places: StepPlaces<R, S>
  parts: readonly RecordPart<S>[]
  offers: readonly Offer<S>[]
  /** The step of the main button, which no part repeats. */
  main: S | null
  /** The step whose form is open. */
  open: S | null
  onStep: (step: S) => void
  onDone: (step: S, saved?: boolean) => void
}

/** The record in the order in which people talk; each step opens in its part. */
export function RecordParts<R extends StepRecord, S extends string>(props: RecordPartsProps<R, S>) {
  const { record, places, parts, offers, main, open, onStep, onDone } = props
  const name = useStepNames(props.namespace)
  const OpenStep: ComponentType<StepProps<R>> | undefined = open === null ? undefined : places.forms[open]
  return parts.map(({ key, title, steps, facts = [], correctedBy, children }) => (
    <RecordSection
      key={key}
      title={title}
      facts={open !== null && open === correctedBy ? [] : facts}
      offers={offers.filter(
        ({ step }) => steps.includes(step) && step !== main && step !== open && !places.menu.includes(step),
      )}
      name={name}
      onStep={onStep}
      form={
        OpenStep &&
        open !== null &&
        steps.includes(open) && (
          <OpenStep key={open} record={record} onDone={(saved) => onDone(open, saved)} />
        )
      }
    >
      {children}
    </RecordSection>
  ))
}
