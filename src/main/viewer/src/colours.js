// Viridis (van der Walt and Smith, 2015) at ten places: it grows lighter all the way, so that colour-blind eyes and gray prints keep
// the order.

const VIRIDIS = [
    [68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142],
    [31, 158, 137], [53, 183, 121], [109, 205, 89], [180, 222, 44], [253, 231, 37],
];

/** Red, green and blue of a strength from 0 to 1. */
export function colour(strength) {
    const place = Math.min(Math.max(strength, 0), 1) * (VIRIDIS.length - 1);
    const from = Math.min(Math.floor(place), VIRIDIS.length - 2);
    return VIRIDIS[from].map((value, channel) => Math.round(value + (VIRIDIS[from + 1][channel] - value) * (place - from)));
}
