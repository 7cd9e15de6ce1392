/** The outside world as features see it: one value, put together once in `app.ts`. */
import type { Config } from '../config.ts';
import type { Audit } from './audit.ts';
import type { Calendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail.ts';
import type { Model } from './model.ts';
import type { PackageWatch } from './package-seen.ts';
import type { Outbox } from './outbox.ts';
import type { CopyPlace } from './places.ts';
import type { Probes } from './probes.ts';
import type { Roles } from './roles.ts';
import type { Rings } from './sealed.ts';
import type { Signer } from './signer.ts';
import type { Tables } from './tables.ts';
import type { Teams } from './teams.ts';

export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly tables: Tables;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly mail: Mail;
  /** Where an administrator named one. For the coach alone (`features/training/coach`), which filters what goes out. */
  readonly model?: Model;
  readonly roles: Roles;
  readonly teams: Teams;
  readonly audit: Audit;
  /** Hears from which version of the app's package a tab was opened. */
  readonly packages: PackageWatch;
  /** Seals identity answers, each question with a key of its own; who may open them is a matter of imports (`features/people/identity/reading`). */
  readonly identityRing: Rings;
  /** Pseudonyms of those who answer confidentially: a key for each chain of rounds. For `features/release/answers` alone. */
  readonly answersRing: Rings;
  /** Seals who wants a private talk and how to reach them, and makes the names under which that is kept. For `features/concerns` alone. */
  readonly concernsRing: Rings;
  /** Marks under texts of a mentors’ circle, by which their writers alone find them again. For `features/training/circle` alone. */
  readonly circleRing: Rings;
  /** Signs badges that somebody takes along. */
  readonly signer: Signer;
  /** For `features/installation` alone. */
  readonly probes: Probes;
  /** Where an administrator named a place for copies of the state. For `features/privacy/copies` alone. */
  readonly copies?: CopyPlace;
}
