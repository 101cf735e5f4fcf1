import { Suspense } from 'react'
import { createHashRouter, Navigate, Outlet, useLocation } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { ErrorBoundary } from '../ErrorBoundary'
import type { Register } from '../register'
import { registers } from '../registers'
import { useShell } from './context'
import { Frame } from './Frame'

/** The routes, from the registry alone. Each register's screens are fetched when it is opened first. */
export function makeRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      element: <FrameRoute />,
      children: [
        ...registers.map((register) => ({
          path: `/${register.key}/*`,
          element: <RegisterRoute register={register} />,
        })),
        { path: '*', element: <Navigate to="/today" replace /> },
      ],
    },
  ])
}

function FrameRoute() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

function RegisterRoute({ register }: { register: Register }) {
  const { user } = useShell()
  const { pathname } = useLocation()
  const { Screen } = register
  if (register.permission && !may(user.role, register.permission)) return <Navigate to="/today" replace />
  // Leaving a broken screen for another must show the other.
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  )
}
