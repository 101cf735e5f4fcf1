import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { translateKey } from '../../ui'
import type { TimelineWords } from './timelineWords'

/** How a register's fields are named and worded, as data beside its screens. */
export interface Vocabulary {
  /** Locale namespace with `field.*` for labels and `did.*` for its commands. */
  namespace: string
  /** Label keys by path, where the field's own name is not the key. */
  labels: Readonly<Record<string, string>>
  /** Lists of the locale by path: `judgement.severity` → `severity`. */
  values: Readonly<Record<string, string>>
  /** Words that are no part of the locale, such as those of a catalogue; they go first. Constants. */
  own?: Pick<TimelineWords, 'label' | 'value'>
}

/** Label keys of a person at `path` (domain 4): the name has a label of its own, such as 投诉人. */
export function personLabels(path: string, name: string): Record<string, string> {
  return { [`${path}.name`]: name, [`${path}.phone`]: 'phone', [`${path}.unitCode`]: 'unitCode' }
}

/** The words of one register for timelines and for telling what changed elsewhere. */
export interface RegisterWords extends TimelineWords {
  namespace: string
}

/** The words of the locale for a register's vocabulary (a constant). */
export function useTimelineWords({ namespace, labels, values, own }: Vocabulary): RegisterWords {
  const { t } = useTranslation('record')
  return useMemo(() => {
    // A word may be missing: fields and values of the audit chain arrive as data.
    const word = (key: string) => translateKey(`${namespace}:${key}`, undefined, '') || null
    return {
      namespace,
      label: (path) => own?.label(path) ?? word(`field.${labels[path] ?? path.split('.').at(-1)}`),
      value: (path, value) => {
        const known = own?.value(path, value) ?? null
        if (known !== null) return known
        const list = values[path]
        return list ? word(`${list}.${value}`) : null
      },
      yes: t('timeline.yes'),
      no: t('timeline.no'),
    }
  }, [t, namespace, labels, values, own])
}
