import type { PlannedChange } from '../domain/provisioning/planned-change.js';

/** One difference and how it is removed. Doing it again where it was done already is harmless. */
export interface ProvisioningStep {
  readonly change: PlannedChange;
  /** Answers false where the service refused what nothing depends on; throws where something does. */
  readonly run: () => Promise<boolean>;
}

/** A difference that only a person can remove. */
export interface BlockedStep {
  readonly change: PlannedChange;
}
