/** Where this project is hosted. What depends on it is left out of the charts while it is unset. */
export interface Hosting {
  /** The address of the source repository; empty while there is none. */
  readonly repository: string;
}

export const hosting: Hosting = { repository: "" };
