import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from '../features/shell/NotFound.tsx';
import { RouteCrash } from '../features/shell/RouteCrash.tsx';
import { Shell } from '../features/shell/Shell.tsx';

/** The frame around every route. A feature's routes.tsx makes its routes under this one. */
export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: RouteCrash,
});
