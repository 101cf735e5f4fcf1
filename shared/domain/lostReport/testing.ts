import { instantOf } from '../../util/civilTime'
import { accepted } from '../lostItem/testing'
import { contextAt } from '../register/testing'
import * as commands from './commands'
import type { LostReport, LostReportIntake } from './types'

/** Builders for the tests of lost reports; the product never imports this file. */

export { accepted, refused } from '../lostItem/testing'

export function reportIntakeOf(change: Partial<LostReportIntake> = {}): LostReportIntake {
  return {
    registeredAt: instantOf('2026-03-09', '18:30'),
    owner: { personId: null, unitId: null, name: '宋江', phone: '13900001111', unitCode: '3-1-802' },
    item: '皮钱包',
    category: 'walletCash',
    features: '黑色, 拉链头缺角',
    lostFrom: instantOf('2026-03-09', '07:30'),
    lostUntil: instantOf('2026-03-09', '18:00'),
    places: '3号楼大堂或电梯',
    remarks: '',
    ...change,
  }
}

/** 寻找中. */
export function opened(change: Partial<LostReportIntake> = {}): LostReport {
  const intake = reportIntakeOf(change)
  const given = { number: '客服-XW-2026-0001', year: 2026, seq: 1 }
  return accepted(
    commands.register({ given, intake, receivedBy: '' }, contextAt(intake.registeredAt, 'clerk')),
  )
}
