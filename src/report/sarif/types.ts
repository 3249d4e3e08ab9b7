/** The part of SARIF 2.1.0 (OASIS, errata 01) that keyscan writes. Names are the standard's. */
export interface Log {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [Run];
}

export interface Run {
  readonly tool: { readonly driver: Driver };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [Invocation];
  readonly originalUriBaseIds: { readonly SRCROOT: { readonly uri?: string; readonly description: Message } };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly Result[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Driver {
  readonly name: string;
  readonly version: string;
  readonly semanticVersion: string;
  readonly informationUri: string;
  readonly rules: readonly Descriptor[];
  readonly notifications: readonly Descriptor[];
}

export type Level = 'error' | 'warning' | 'note';

export interface Message {
  readonly text: string;
  readonly markdown?: string;
}

export interface Descriptor {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: Message;
  readonly fullDescription?: Message;
  readonly help?: Message;
  readonly helpUri?: string;
  readonly defaultConfiguration?: { readonly level: Level };
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly snippet?: { readonly text: string };
}

export interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Region;
    readonly contextRegion?: Region;
  };
  readonly message?: Message;
}

export interface Suppression {
  readonly kind: 'inSource' | 'external';
  readonly status: 'accepted';
  readonly justification: string;
}

export interface CodeFlow {
  readonly message: Message;
  readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Location }[] }];
}

export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: 'fail';
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly codeFlows?: readonly [CodeFlow];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly rank: number;
  readonly suppressions?: readonly Suppression[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Notification {
  readonly descriptor: { readonly id: string; readonly index: number };
  readonly level: Level;
  readonly message: Message;
  readonly locations?: readonly Location[];
}

export interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly Notification[];
}
