import { canonicalJson } from '../../../shared/util/canonicalJson'
import { sha256Hex } from '../../../shared/util/digest'
import { withoutListKeys } from '../core/rowTraits'

type Row = Record<string, unknown>

const MODULUS = 1n << 256n

/**
 * A digest of each table that does not depend on the order of its rows and can be followed while rows are replaced:
 * the sum of the SHA-256 of all rows. What the data layer makes from a row is no part of it.
 */
export class RowSums {
  private readonly sums = new Map<string, bigint>()

  add(table: string, row: Row): void {
    this.change(table, digestOf(row))
  }

  drop(table: string, row: Row): void {
    this.change(table, MODULUS - digestOf(row))
  }

  /** The first table whose rows are others; null where all are equal. */
  differsFrom(other: RowSums): string | null {
    const tables = new Set([...this.sums.keys(), ...other.sums.keys()])
    return [...tables].find((table) => this.of(table) !== other.of(table)) ?? null
  }

  private of(table: string): bigint {
    return this.sums.get(table) ?? 0n
  }

  private change(table: string, by: bigint): void {
    this.sums.set(table, (this.of(table) + by) % MODULUS)
  }
}

function digestOf(row: Row): bigint {
  return BigInt(`0x${sha256Hex(canonicalJson(withoutListKeys(row)))}`)
}
