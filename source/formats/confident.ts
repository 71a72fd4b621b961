/** From this share of recognised records on a format is taken without a look at the others. */
export const confident = 0.8;
