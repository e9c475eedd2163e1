// The value of a pixel: as it is stored, and in the unit that it is rescaled to.

import { cache, metaData } from '@cornerstonejs/core';

function stored(image, value) {
    if (!image.preScale?.scaled) {
        return value;
    }
    const { rescaleSlope, rescaleIntercept } = image.preScale.scalingParameters;
    return Math.round((value - rescaleIntercept) / rescaleSlope);
}

/**
 * What stands at a place of an image, columns and rows from 0; null beside it, or while it is not there.
 * Colour images have three values, others one stored value and, where it differs, the rescaled one.
 */
export function probe(imageId, x, y) {
    const image = cache.getImage(imageId);
    if (!image || x < 0 || y < 0 || x >= image.columns || y >= image.rows) {
        return null;
    }
    const pixels = image.getPixelData();
    const at = y * image.columns + x;
    if (image.color) {
        const parts = pixels.length / (image.rows * image.columns);
        return { x, y, colour: Array.from(pixels.slice(at * parts, at * parts + 3)) };
    }
    const ct = metaData.get('generalSeriesModule', imageId)?.modality === 'CT';
    const value = pixels[at];
    return { x, y, stored: stored(image, value), rescaled: image.preScale?.scaled || ct ? value : undefined, unit: ct ? 'HU' : '' };
}
