export type { Plan, Way } from './plan'
export { Recovery as default, type RecoveryProps } from './Recovery'
