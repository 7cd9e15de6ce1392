/** The page's calls to the control API, and what they give. */
import type { ShownPackage } from '../../../cli/package/shown.ts';
import type { Language } from '../../../platform/words.ts';

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'administrator' | 'coordinator' | 'adviser' | 'employee' | 'guest' | 'service';
  readonly language: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly mail: string | null;
  readonly timeZone: string;
  readonly hasMailbox: boolean;
  readonly hasPhoto: boolean;
}

export const kinds = ['coordinator', 'adviser', 'administrator', 'offered', 'asked', 'invited', 'paired'] as const;
export type Kind = (typeof kinds)[number];

/** Somebody whom it is worth being for a minute. */
export interface Suggestion {
  readonly kind: Kind;
  readonly personId: string;
}

export interface Message {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'person';
  readonly text?: string;
  readonly card?: object;
  readonly summary?: string;
  /** What stands under the card after a press. */
  readonly notice?: string;
  readonly updatedAt?: string;
  readonly state: 'sent' | 'updated' | 'deleted';
}

export interface World {
  readonly app: string;
  readonly teamsAppId: string;
  readonly tenantId: string;
  readonly organisation: string;
  /** As the app's package has them: the host shows what Teams would. */
  readonly appPackage: Readonly<Record<Language, ShownPackage>>;
}

export interface ClockReading {
  readonly now: string;
  readonly moving: { readonly from: string; readonly to: string; readonly ran: number } | null;
  /** The chapter that is being told while a new organisation still comes to life. */
  readonly story: string | null;
}

export interface Drained {
  readonly now: string;
  readonly ran: number;
  readonly stuck: readonly { readonly job: string }[];
}

export interface TaskInfo {
  readonly type: 'continue' | 'message';
  readonly value:
    | string
    | {
        readonly url?: string;
        readonly title?: string;
        readonly width?: string | number;
        readonly height?: string | number;
        readonly card?: { readonly content: object };
      };
}

export interface PressAnswer {
  readonly outcome: 'answered' | 'dialog' | 'sent' | 'opened';
  readonly status?: number;
  readonly url?: string;
  readonly task?: TaskInfo;
}

export interface CalendarItem {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly location: string;
  /** Written by the product, or by a person in the sandbox; everything else is the organisation's daily work. */
  readonly booked: boolean;
  /** False where it lies in the calendar of somebody who was asked. */
  readonly isOrganiser?: boolean;
  readonly isCancelled?: boolean;
  readonly joinUrl?: string | null;
  readonly body?: string;
  readonly attendees?: readonly {
    readonly name: string;
    readonly address: string;
    readonly response?: 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';
  }[];
}

export interface MailItem {
  readonly id: string;
  readonly folder: 'inbox' | 'sentitems';
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly contentType: 'html' | 'text';
  readonly content: string;
  readonly attachments: readonly { readonly name: string }[];
  readonly sentDateTime: string;
}

export interface Team {
  readonly teamId: string;
  readonly team: string;
  readonly channels: readonly Channel[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Message[];
}

/** Throws an Error with the control API's own sentence. */
export async function control<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/sandbox${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const parsed: unknown = await answer.json();
  if (answer.ok) return parsed as T;
  const told =
    typeof parsed === 'object' && parsed !== null && 'error' in parsed ? String(parsed.error) : answer.statusText;
  throw new Error(told);
}
