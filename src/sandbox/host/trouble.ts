/** Control API: faults on request, and the log of what the product asked of Graph. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultKinds } from '../faults.ts';
import { asked } from './asked.ts';
import { services, type HostWorld } from './world.ts';

const fault = z.strictObject({
  service: z.enum(services),
  kind: z.coerce.string().pipe(z.enum(faultKinds)),
  count: z.int().min(1).max(100_000).default(1),
});

export function troubleRoutes(world: HostWorld): Router {
  const routes = Router();
  routes.post('/sandbox/faults', (req: Request, res: Response) => {
    const { service, kind, count } = asked(fault, req.body);
    world.inject(service, kind, count);
    res.json({ service, kind, count });
  });
  routes.get('/sandbox/graph/requests', (_req: Request, res: Response) => void res.json(world.graph.requests()));
  return routes;
}
