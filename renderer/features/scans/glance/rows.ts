import { isSigned } from '../../../../shared/documents/formOfCode'
import { awaitsSignature, type Scan } from '../../../../shared/domain/scan'
import { getRecords, judgeScan, type SheetFound } from '../../../data'
import type { DeskDatabase } from '../../../data/core/database'

/** A scan with what the office knows of its code now. */
export interface ScanRow extends SheetFound {
  scan: Scan
  /** Shows what this user does not see: its picture stays out of sight. */
  hidden: boolean
}

/** What a glance shows of these scans, in their order. */
export async function readRows(db: DeskDatabase, ids: readonly string[]): Promise<ScanRow[]> {
  const rows: ScanRow[] = []
  for (const scan of await getRecords(db, 'scans', [...ids])) {
    rows.push({ scan, ...(await judgeScan(db, scan)) })
  }
  return rows
}

/** Whether it is filed by one key with all the others: nothing about it needs a person's judgement. */
export function isSure({ scan, verdict }: ScanRow): boolean {
  return scan.state === 'waiting' && verdict === 'sure'
}

/** Whether filing it should note who signed: the form is signed by hand, and nobody has noted it on this print. */
export function asksSigner({ scan, form, found }: ScanRow): boolean {
  const [code] = scan.codes
  if (!code || form === null || !found || !isSigned(form)) return false
  return awaitsSignature(found.record.prints[form], code.version)
}
