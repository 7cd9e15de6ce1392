/** The calls of the page about delivery to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { DeliveryState } from './model.ts';

export const findDelivery = (): Promise<DeliveryState> => ask('GET', '/delivery');
export const retryTask = (id: string): Promise<unknown> => ask('POST', `/delivery/failed/${id}/retry`);
