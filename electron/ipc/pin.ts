import { accept } from '../../shared/util/result'
import { hashPin, verifyPin } from '../services/pin'
import { type HandlersOf, reads } from './types'

/** PINs (domain 1): the renderer keeps only the hash; counting wrong tries is its command's business. */
export function pinHandlers(): HandlersOf<'pin'> {
  return {
    'pin.hash': reads(async ({ pin }) => accept({ hash: await hashPin(pin) })),
    'pin.verify': reads(async ({ pin, hash }) => accept({ matches: await verifyPin(pin, hash) })),
  }
}
