import type { Language } from '../../language/language.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { PageState } from '../scene/address.ts';
import type { Change } from '../scene/change.ts';
import type { Scene, Site } from '../scene/scene.ts';
import type { Trail } from '../scene/trail.ts';
import type { Words } from './words.ts';

/** What every part of the page is built from; made anew for another scenario or language. */
export interface Context {
  readonly lang: Language;
  readonly t: Words;
  readonly site: Site;
  readonly scene: Scene;
  /** The scenario as it stands, under the page's settings. */
  readonly base: Scenario;
  state(): PageState;
  /** Changes the state, its address and what is shown. */
  set(patch: Partial<PageState>): void;
  change(patch: Partial<Change>): void;
  /** Changes tried so far. */
  trail(): Trail;
  /** Goes to where another trail stands. */
  travel(to: Trail): void;
}

/** A part of the page, and how it follows the state. */
export interface Part {
  readonly element: HTMLElement;
  update(): void;
}
