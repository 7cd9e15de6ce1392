/** Events, nominations, judgements and honours are rows of the programme; on which juries somebody is stands in their own partition. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { honour } from './honours/model.ts';
import { judgement } from './judging/model.ts';
import { event } from './model.ts';
import { nomination } from './nominating/model.ts';

export const honourEvents = rowsOf('programmes', 'honourevent', event);
/** Key: event, nomination. */
export const nominations = rowsOf('programmes', 'nomination', nomination);
/** Key: event, nomination, juror. */
export const judgements = rowsOf('programmes', 'judgement', judgement);
/** Key: event, person. */
export const honours = rowsOf('programmes', 'honour', honour);
/** Key: programme, event. */
export const juries = rowsOf('people', 'jury', z.strictObject({}));
