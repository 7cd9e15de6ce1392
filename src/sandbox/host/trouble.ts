/** Control API: faults on request, and the log of what the product asked of Graph and of the language model. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultKinds } from '../faults.ts';
import { disturbances, lifecycleEvents } from '../graph/notifications.ts';
import { asked } from './asked.ts';
import { personIn, services, Unwelcome, type HostWorld } from './world.ts';

const fault = z.strictObject({
  service: z.enum(services),
  kind: z.coerce.string().pipe(z.enum(faultKinds)),
  count: z.int().min(1).max(100_000).default(1),
});

/** Change notifications that Graph posts to the product: the next ones get lost, come twice, or an hour late. */
const disturbance = z.strictObject({
  service: z.literal('notifications'),
  kind: z.enum(disturbances),
  count: z.int().min(1).max(100_000).default(1),
});
const lifecycle = z.strictObject({ event: z.enum(lifecycleEvents), personId: z.string().optional() });
const consent = z.strictObject({
  permission: z.string(),
  granted: z.boolean(),
  kind: z.enum(['application', 'delegated']).default('application'),
});

export function troubleRoutes(world: HostWorld): Router {
  const routes = Router();
  routes.post('/sandbox/faults', (req: Request, res: Response) => {
    const wanted = asked(z.discriminatedUnion('service', [disturbance, fault]), req.body);
    if (wanted.service === 'notifications') world.graph.disturbNotifications(wanted.kind, wanted.count);
    else world.inject(wanted.service, wanted.kind, wanted.count);
    res.json(wanted);
  });
  routes.post('/sandbox/graph/lifecycle', (req: Request, res: Response) => {
    const { event, personId } = asked(lifecycle, req.body);
    if (personId !== undefined) personIn(world, personId);
    res.json({ told: world.graph.tellLifecycle(event, personId) });
  });
  routes.post('/sandbox/graph/consent', (req: Request, res: Response) => {
    const { permission, granted, kind } = asked(consent, req.body);
    if (kind === 'application') world.graph.setConsent(permission, granted);
    world.entra.setConsent(permission, kind, granted);
    res.json({ permission, granted, kind });
  });
  routes.post('/sandbox/graph/forget-delta', (_req: Request, res: Response) => {
    world.graph.forgetDeltaTokens();
    res.json({});
  });
  routes.get(
    '/sandbox/graph/subscriptions',
    (_req: Request, res: Response) => void res.json(world.graph.subscriptions()),
  );
  routes.get('/sandbox/graph/mailboxes', (_req: Request, res: Response) => void res.json(world.graph.mailboxLoad()));
  routes.get('/sandbox/model/requests', (_req: Request, res: Response) => void res.json(world.modelAsked));
  routes.get('/sandbox/traces', (req: Request, res: Response) => {
    if (!world.collector) throw new Unwelcome(404, 'This sandbox keeps no traces: start it with --traces.');
    const { name } = asked(z.object({ name: z.string().optional() }), req.query);
    res.type('text/plain').send(world.collector.text(name));
  });
  routes.get('/sandbox/traces/bodies', (_req: Request, res: Response) => void res.json(world.collector?.bodies ?? []));
  routes.get(
    '/sandbox/traces/measures',
    (_req: Request, res: Response) => void res.json(world.collector?.measures ?? []),
  );
  routes.get('/sandbox/graph/requests', (_req: Request, res: Response) => void res.json(world.graph.requests()));
  return routes;
}
