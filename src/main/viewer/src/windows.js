// Which values are shown black and white.

import { cache, metaData, utilities } from '@cornerstonejs/core';

/** Windows that radiologists use for a chest CT, in Hounsfield units. */
export const PRESETS = {
    lung: { width: 1500, center: -600 },
    mediastinum: { width: 400, center: 40 },
    bone: { width: 1800, center: 400 },
};

export const rangeOf = ({ width, center }) => utilities.windowLevel.toLowHighRange(width, center);
export const windowOf = ({ lower, upper }) => {
    const { windowWidth, windowCenter } = utilities.windowLevel.toWindowLevel(lower, upper);
    return { width: windowWidth, center: windowCenter };
};

/** From the 1st to the 99th percentile of a sample of the pixels, as the network's pictures are made. */
function ofPercentiles(image) {
    const pixels = image.getPixelData();
    const step = Math.max(1, Math.floor(pixels.length / 65_536));
    const sample = pixels.filter((_, i) => i % step === 0).sort();
    const at = share => sample[Math.round(share * (sample.length - 1))];
    return { lower: at(0.01), upper: Math.max(at(0.99), at(0.01) + 1) };
}

/** Whether the least value is to be shown white (PS3.3 C.7.6.3.1.2). */
export const isInverted = imageId => metaData.get('imagePixelModule', imageId)?.photometricInterpretation === 'MONOCHROME1';

/** CT at the lung window; a film at the window that it proposes itself, else at what its values say. */
export function firstRange(imageId) {
    if (metaData.get('generalSeriesModule', imageId)?.modality === 'CT') {
        return rangeOf(PRESETS.lung);
    }
    const image = cache.getImage(imageId);
    const proposed = metaData.get('voiLutModule', imageId);
    const width = proposed?.windowWidth?.[0];
    const center = proposed?.windowCenter?.[0];
    if (image.color) {
        return undefined;
    }
    return width > 0 && Number.isFinite(center) ? rangeOf({ width, center }) : ofPercentiles(image);
}
