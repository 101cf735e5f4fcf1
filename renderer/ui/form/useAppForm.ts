import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import {
  type DefaultValues,
  type FieldValues,
  type UseFormProps,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'

interface AppFormOptions<V extends FieldValues>
  extends Omit<UseFormProps<V>, 'mode' | 'reValidateMode' | 'resolver'> {
  /** Checked after the field rules; messages are keys of the namespace `refusal`. */
  schema?: z.ZodType<V, V>
  defaultValues: DefaultValues<V>
}

/** react-hook-form as the desk uses it: errors after leaving a field, then at each key stroke until mended. */
export function useAppForm<V extends FieldValues>(options: AppFormOptions<V>): UseFormReturn<V> {
  const { schema, ...rest } = options
  return useForm<V>({
    ...rest,
    mode: 'onTouched',
    reValidateMode: 'onChange',
    ...(schema ? { resolver: standardSchemaResolver(schema) } : {}),
  })
}
