/** Where arizuko's source is. */
export const repository = "https://github.com/kronael/arizuko";

/** The upstream commit that the chart was written for, and which its images are tagged with. */
export const commit = "131b069";
