import type { Role } from '#shared/desk/api.ts';
import type { Invitation } from '#shared/desk/invitation.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { DeskRequest } from './request.ts';
import type { Rights } from './rights.ts';

/** What a route works with. */
export interface Asked {
  readonly request: DeskRequest;
  readonly invitation: Invitation;
  readonly rights: Rights;
  readonly settings: DeskSettings;
  readonly now: () => Date;
}

/** The same, of a centre's link. */
export interface AskedByCentre extends Asked {
  readonly centre: string;
}

/** One method of one address of the API; what it answers is sent as JSON. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly roles: readonly Role[];
  readonly answer: (asked: Asked) => Promise<unknown>;
}
