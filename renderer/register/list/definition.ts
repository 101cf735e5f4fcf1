import type { ReactNode } from 'react'
import type { RecordTable, RecordTables } from '../../data'
import type { SheetField } from '../export/fields'

/** The words of a register's namespace that a part shared by all of them needs: its `t` fits, or the compiler says so. */
export type Words<Key extends string> = (key: Key) => string

/** What is chosen, by filter; '' or nothing filters nothing. Several values of one filter stand with spaces between. */
export type FilterValues = Readonly<Record<string, string>>

export interface FilterOption {
  value: string
  label: string
  /** The set of the list index that must hold; null asks for none (全部). */
  facet: string | null
  /** The set within which it is counted, as another filter holds it; null where it is not counted. */
  within?: string | null
}

interface FilterField {
  /** Under this name the value is kept. */
  key: string
  /** What is filtered: 状态. */
  label: string
  /** Shown under 更多条件 only, or where it filters. */
  more?: boolean
}

/** Some words of which one may be chosen, or `several`. */
export interface WordsFilter extends FilterField {
  kind: 'words'
  /** The words under the other values: the states that a scope can hold. */
  options: (values: FilterValues) => readonly FilterOption[]
  /** Shows how many records each word holds. */
  counted?: boolean
  /** One is always chosen. */
  always?: boolean
  several?: boolean
}

/** 超期, with how many there are: what is due before now among the records of `facet`. */
export interface OverdueFilter extends FilterField {
  kind: 'overdue'
  word: string
  facet: string
}

/** 本月, 上月, 今年, 自定: a part of one of the register's orders. */
export interface PeriodFilter extends FilterField {
  kind: 'period'
  order: string
}

/** One of those in use: the values of the facet `<facet>:<value>`. */
export interface PersonFilter extends FilterField {
  kind: 'person'
  facet: string
  /** Whether the counts, which are over all records, fit the other values. */
  counted: (values: FilterValues) => boolean
}

export type Filter = WordsFilter | OverdueFilter | PeriodFilter | PersonFilter

/** How much room a list has: in a narrow one the columns that tell least give way. */
export type Room = 'narrow' | 'middle' | 'wide'

/** One column that can be chosen. */
export interface ListColumn<Row> {
  key: string
  header: string
  /** CSS grid track. */
  width: string
  /** The track where there is little room. */
  narrow?: string
  /** From which room on it is shown while nobody chose; without it only when chosen. */
  from?: Room
  /** Always shown: it names the record. */
  fixed?: boolean
  align?: 'left' | 'right'
  render: (row: Row, room: Room) => ReactNode
}

/** What one register's list is made of. Words come in the language of the screen. */
export interface ListDefinition<K extends RecordTable> {
  /** Under this name choices are remembered: `complaints`. */
  id: string
  table: K
  /** Kind of its documents in the search. */
  searchKind: string
  /** Accessible name: 投诉列表. */
  label: string
  search: string
  searchHint: string
  filters: readonly Filter[]
  defaults: FilterValues
  /** The values after a change: what no longer fits together goes. */
  tidy: (next: FilterValues, change: FilterValues) => FilterValues
  columns: readonly ListColumn<RecordTables[K]>[]
  /** Number or name of a record, for its box. */
  nameOf: (row: RecordTables[K]) => string
  /** What is due next, as an instant. */
  dueOf: (row: RecordTables[K]) => string | null
  /** The columns of an export, in the office's language. */
  sheet: readonly SheetField<RecordTables[K]>[]
  /** Name of the exported file and of its sheet: 投诉台账. */
  fileName: string
}
