import { describe, expect, it } from 'vitest'
import type { Role } from '../../office/types'
import { contextFor } from '../testing'
import {
  type Cell,
  type ExistingHouseholds,
  HouseholdFileReader,
  type ImportPlan,
  joinErrors,
  planImport,
} from '.'

const EMPTY: ExistingHouseholds = { units: [], persons: [], vehicles: [] }
const HEADER = [
  '楼栋',
  '单元',
  '房号',
  '用途',
  '建筑面积',
  '状态',
  '入住日期',
  '姓名',
  '身份',
  '电话',
  '证件末四位',
  '车牌号',
  '车位',
]

function read(...rows: Cell[][]) {
  const reader = new HouseholdFileReader()
  for (const [i, row] of rows.entries()) {
    const pushed = reader.push(i + 1, row)
    if (!pushed.ok) return pushed
  }
  return reader.finish()
}

function fileOf(...rows: Cell[][]) {
  const file = read(HEADER, ...rows)
  if (!file.ok) throw new Error(file.refusal.key)
  return file.value
}

function plan(rows: Cell[][], existing = EMPTY, role: Role = 'clerk'): ImportPlan {
  return planImport(fileOf(...rows).units, existing, contextFor(role))
}

const ROW: Cell[] = [
  '5',
  '2',
  301,
  '住宅',
  89.5,
  '自住',
  '2020-05-01',
  '张三',
  '业主',
  13812345678,
  '123X',
  '浙A12345',
  'B1-017',
]
const faultsOf = (...rows: Cell[][]) =>
  fileOf(...rows).errors.map(({ row, column, refusal }) => [row, column, refusal.key])

describe('header row (domain 4)', () => {
  it('is found below a title, in any order, under other names, with strange columns reported', () => {
    const file = read(
      ['翠湖花园住户一览'],
      [],
      ['备注', '联系电话*', '房 号', '业主姓名', '栋'],
      ['x', '13812345678', '301', '张三', '5'],
    )
    expect(file).toMatchObject({
      ok: true,
      value: {
        ignoredColumns: ['备注'],
        rowCount: 1,
        units: [{ code: '5-301', row: 4, stays: [{ name: '张三', phones: ['13812345678'] }] }],
      },
    })
  })

  it('refuses a file without one, with a column twice, or with nothing below', () => {
    expect(read(['甲', '乙'], ['1', '2'])).toMatchObject({ refusal: { key: 'import.headerMissing' } })
    expect(read(['房号', '楼栋', '室号'])).toMatchObject({
      refusal: { key: 'import.columnTwice', params: { header: '房号' } },
    })
    expect(read(HEADER, [null, '', ' '])).toMatchObject({ refusal: { key: 'import.noRows' } })
  })
})

describe('rows', () => {
  it('of one unit belong together, also where the door number stands only once', () => {
    const rows: Cell[][] = [
      ROW,
      [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '李四',
        '家属',
        '0571-88888888、13900000000',
        null,
        null,
        null,
      ],
      ['5', '2', '301', '住宅', null, null, null, '张三', null, null, null, '浙AD12345', null],
    ]
    expect(fileOf(...rows)).toMatchObject({
      errors: [],
      rowCount: 3,
      units: [
        {
          code: '5-2-301',
          area: 89.5,
          stays: [{ name: '张三' }, { name: '李四', phones: ['057188888888', '13900000000'] }],
          vehicles: [{ plate: '浙A12345' }, { plate: '浙AD12345' }],
        },
      ],
    })
  })

  it('read a whole door number from one cell', () => {
    expect(fileOf([null, null, '5-2-301'], [null, null, 'A-1203']).units.map((unit) => unit.code)).toEqual([
      '5-2-301',
      'A-1203',
    ])
  })

  it.each<[Cell, string]>([
    [new Date('2020-05-01T00:00:00Z'), '2020-05-01'],
    [43952, '2020-05-01'],
    ['43952', '2020-05-01'],
    ['2020/5/1', '2020-05-01'],
    ['2020年5月1日', '2020-05-01'],
    ['20200501', '2020-05-01'],
    ['2020-05-01 00:00:00', '2020-05-01'],
  ])('read the day %s', (cell, day) => {
    expect(fileOf(['5', '2', '301', null, null, null, cell]).units[0]?.moveInDate).toBe(day)
  })

  it('keep the leading zeros that Excel drops from 证件末四位', () => {
    expect(
      fileOf(['5', '2', '301', null, null, null, null, '张三', null, null, 12]).units[0]?.stays[0]
        ?.idLastFour,
    ).toBe('0012')
  })

  it.each<[string, number, Cell, string]>([
    ['room', 2, new Date('2026-05-02T00:00:00Z'), 'import.doorIsDate'],
    ['building', 0, '', 'household.required'],
    ['use', 3, '别墅群', 'import.wordUnknown'],
    ['area', 4, '很大', 'import.areaUnreadable'],
    ['status', 5, '拆除', 'import.wordUnknown'],
    ['moveInDate', 6, '2020-02-30', 'import.dayUnreadable'],
    ['name', 7, '张'.repeat(61), 'household.tooLong'],
    ['name', 7, 'x'.repeat(1_000_000), 'import.cellTooLong'],
    ['role', 8, '房东的狗', 'import.wordUnknown'],
    ['phones', 9, '1.38E+10', 'import.numberShortened'],
    ['phones', 9, '13812345678、12', 'household.phoneInvalid'],
    ['idLastFour', 10, '330106199001011234', 'household.idFullNumber'],
    ['idLastFour', 10, 330106199001011200, 'household.idFullNumber'],
    ['plate', 11, '没有车牌', 'household.plateInvalid'],
  ])('say what is wrong with %s', (column, at, cell, key) => {
    expect(faultsOf(ROW.with(at, cell))).toEqual([[2, column, key]])
  })

  it('say all that is wrong with a row at once, and go on with the next', () => {
    const bad = ROW.with(4, '?').with(9, '1').with(11, '?')
    expect(faultsOf(bad, ROW.with(2, '302').with(11, null).with(12, null))).toEqual([
      [2, 'area', 'import.areaUnreadable'],
      [2, 'phones', 'household.phoneInvalid'],
      [2, 'plate', 'household.plateInvalid'],
    ])
  })

  it('say when rows of a unit disagree, when a car has two units, and what lacks a name, a plate, a door', () => {
    expect(faultsOf(ROW, ROW.with(5, '出租'))).toEqual([[3, 'status', 'import.rowsDisagree']])
    expect(faultsOf(ROW, ROW.with(2, '302'))).toEqual([[3, 'plate', 'import.plateTwice']])
    expect(faultsOf(ROW.with(7, null))).toEqual([[2, 'name', 'import.nameMissing']])
    expect(faultsOf(ROW.with(11, null))).toEqual([[2, 'plate', 'import.plateMissing']])
    expect(faultsOf([null, null, null, null, null, null, null, '张三'])).toEqual([
      [2, 'room', 'import.doorMissing'],
    ])
  })
})

describe('faults of a file', () => {
  const all = (...rows: Cell[][]) => {
    const file = fileOf(...rows)
    const planned = planImport(file.units, EMPTY, contextFor())
    return joinErrors(file.errors, planned.errors).map(({ row, column, refusal }) => [
      row,
      column,
      refusal.key,
    ])
  }

  it('are said once a cell, with nothing added for the row as a whole', () => {
    expect(all(ROW.with(0, null))).toEqual([[2, 'building', 'household.required']])
    expect(all(ROW.with(2, new Date('2026-05-02T00:00:00Z')))).toEqual([[2, 'room', 'import.doorIsDate']])
    expect(all(ROW.with(9, '1'), ROW.with(2, '302').with(11, '?'))).toEqual([
      [2, 'phones', 'household.phoneInvalid'],
      [3, 'plate', 'household.plateInvalid'],
    ])
    const header = [...HEADER, '起始日期', '终止日期']
    const file = read(header, [...ROW, '2026-05-02', '2026-05-01'])
    if (!file.ok) throw new Error(file.refusal.key)
    const planned = planImport(file.value.units, EMPTY, contextFor())
    expect(joinErrors(file.value.errors, planned.errors)).toMatchObject([
      { row: 2, column: 'until', refusal: { key: 'household.datesOrder' } },
    ])
  })

  it('that only the rules find name their column too', () => {
    expect(
      all(ROW.with(4, -1), ROW.with(2, '302').with(9, '1').with(4, 0).with(11, null).with(12, null)),
    ).toEqual([
      [2, 'area', 'household.areaInvalid'],
      [3, 'phones', 'household.phoneInvalid'],
      [3, 'area', 'household.areaInvalid'],
    ])
  })
})

describe('comparison with what is known (domain 4)', () => {
  const first = plan([ROW])

  it('creates what is new', () => {
    expect(first).toMatchObject({ created: 1, updated: 0, unchanged: 0, errors: [] })
    expect(first.writes.units).toMatchObject([
      { code: '5-2-301', use: 'residence', area: 89.5, status: 'ownerOccupied' },
    ])
    expect(first.writes.persons).toMatchObject([
      { name: '张三', phones: ['13812345678'], idLastFour: '123X' },
    ])
    expect(first.writes.vehicles).toMatchObject([{ plate: '浙A12345', parkingSpace: 'B1-017' }])
    expect(first.writes.persons[0]?.unitIds).toEqual([first.writes.units[0]?.id])
  })

  it('finds the same file unchanged', () => {
    expect(plan([ROW], first.writes)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
      writes: { units: [], persons: [], vehicles: [] },
    })
  })

  it('updates by unit code and says what it changed; empty cells keep what is known', () => {
    const again = plan(
      [['5', '2', '301', null, 90, null, null, '张三', null, '13900000000', null, null, null]],
      first.writes,
    )
    expect(again).toMatchObject({ created: 0, updated: 1, errors: [] })
    expect(again.reports[0]?.changes).toEqual([
      { kind: 'unit', action: 'changed', label: '', fields: [{ path: 'area', before: 89.5, after: 90 }] },
      {
        kind: 'person',
        action: 'changed',
        label: '张三',
        fields: [{ path: 'phones', before: ['13812345678'], after: ['13900000000'] }],
      },
    ])
    expect(again.writes.persons[0]).toMatchObject({ id: first.writes.persons[0]?.id, idLastFour: '123X' })
  })

  it('leaves people and cars alone that the file does not name', () => {
    const again = plan(
      [ROW.with(7, '李四').with(9, null).with(10, null).with(11, null).with(12, null)],
      first.writes,
    )
    expect(again.reports[0]?.changes).toEqual([
      { kind: 'person', action: 'added', label: '李四', fields: [] },
    ])
    expect(again.writes.persons).toHaveLength(1)
    expect(again.writes.vehicles).toHaveLength(0)
  })

  it('gives one person several units', () => {
    const both = plan([ROW, ROW.with(2, '302').with(11, null).with(12, null)])
    expect(both.writes.persons).toHaveLength(1)
    expect(both.writes.persons[0]?.unitIds).toHaveLength(2)
  })

  it('moves a car to another unit and says so', () => {
    const moved = plan(
      [ROW.with(2, '302').with(7, null).with(8, null).with(9, null).with(10, null)],
      first.writes,
    )
    expect(moved.reports[0]?.changes.at(-1)).toMatchObject({
      kind: 'vehicle',
      action: 'changed',
      label: '浙A12345',
      fields: [{ path: 'unitId' }],
      movedFrom: { code: '5-2-301', owner: '' },
    })
  })

  it('leaves owner, phone and parking space of the old household behind when a car moves', () => {
    const [car] = first.writes.vehicles
    if (!car) throw new Error('no car')
    const owned = { ...car, ownerName: '张三', phone: '13812345678' }
    const existing = { ...first.writes, vehicles: [owned] }
    const bare = ROW.with(7, null).with(8, null).with(9, null).with(10, null).with(12, null)
    const moved = plan([bare.with(2, '302')], existing)
    expect(moved.writes.vehicles).toMatchObject([{ id: car.id, ownerName: '', phone: '', parkingSpace: '' }])
    expect(moved.reports[0]?.changes.at(-1)?.movedFrom).toEqual({ code: '5-2-301', owner: '张三' })
    const withSpace = plan([bare.with(2, '302').with(12, 'B2-001')], existing)
    expect(withSpace.writes.vehicles).toMatchObject([{ ownerName: '', phone: '', parkingSpace: 'B2-001' }])
    expect(plan([bare], existing).writes.vehicles).toEqual([])
  })

  it('is refused row by row to who may not write', () => {
    expect(plan([ROW], EMPTY, 'viewer')).toMatchObject({
      errors: [{ row: 2, refusal: { key: 'office.notAllowed' } }],
      writes: { units: [] },
    })
  })
})
