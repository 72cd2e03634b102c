/** Where foxctl's source is. */
export const repository = "https://github.com/joshka0/foxctl";

/** The upstream commit that the chart was written for, and which its images are tagged with. */
export const commit = "24c8335";
