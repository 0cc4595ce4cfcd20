/** Dots of a picture beyond which programs that show it run out of memory: a sheet of A1 at 600 dots an inch has fewer. */
export const mostDots = 300_000_000;
