import type { SignerOf } from '../features/scans/signers'

let loading: Promise<SignerOf> | null = null

/** What all registers print is known there: fetched when the first sheet comes back, once. */
export function loadSigners(): Promise<SignerOf> {
  loading ??= import('./signers').then(({ signerOf }) => signerOf)
  return loading
}
