/** The release set 公表セット that a publication belongs to, as it stands in the event itself. */
export interface ReleaseTag {
  readonly setId: string;
  readonly title: string;
  /** Told at once although it is quiet time: two people said so. */
  readonly despiteQuietTime?: true;
}
