import type { Bridge } from '../../shared/ipc/bridge'

declare global {
  interface Window {
    /** Put there by the preload script; only this file reads it. */
    readonly desk: Bridge
  }
}

/** The system, as far as the renderer may see it. Every answer is a `Result`; refusals are values. */
export const desk: Bridge = window.desk
