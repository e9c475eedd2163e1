// Images of exams for cornerstone: fetched from the server as DICOM, decoded in a worker, and kept in memory only as long as there is
// room. What tools ask about an image stays; its bytes do not.

import { cache, Enums, getWebWorkerManager, imageLoader, metaData, utilities } from '@cornerstonejs/core';
import { parseDicom } from '@cornerstonejs/dicom-image-loader/wadouri/parseDicomWithInflater';
import { combineFrameInstanceDataset } from '@cornerstonejs/dicom-image-loader/wadouri/combineFrameInstanceDataset';
import getPixelData from '@cornerstonejs/dicom-image-loader/wadouri/getPixelData';
import { metadataForDataset } from '@cornerstonejs/dicom-image-loader/wadouri/metaData/metaDataProvider';
import createImage from 'dicom-image-loader/createImage';
import { addressOf } from './page.js';

const SCHEME = 'exam';
const MEBI = 1024 * 1024;
const WORKERS = 2;

/** Decoded pixels that are kept, in bytes. */
export const MOST_PIXELS = (navigator.deviceMemory <= 4 ? 256 : 512) * MEBI;

const { IMAGE_PIXEL, IMAGE_PLANE, GENERAL_SERIES, GENERAL_IMAGE, SOP_COMMON, VOI_LUT, MODALITY_LUT, CINE, CALIBRATION } =
    Enums.MetadataModules;
const MODULES = [IMAGE_PIXEL, GENERAL_SERIES, GENERAL_IMAGE, SOP_COMMON, VOI_LUT, MODALITY_LUT, CINE, CALIBRATION];

const known = new Map();
let lastFile = { url: null, dataSet: null };

export const imageIdOf = (exam, image, frame) => `${SCHEME}:${exam}/${image}/${frame}`;

/** Which image and frame an image id stands for. */
export function partsOf(imageId) {
    const [exam, image, frame] = imageId.slice(SCHEME.length + 1).split('/');
    return { exam, image, frame: Number(frame) };
}

/** All image ids of a series, in its order. */
export const imageIdsOf = (exam, series) =>
    series.images.flatMap(image => Array.from({ length: image.frames }, (_, frame) => imageIdOf(exam, image.id, frame)));

async function fetchDataSet(url) {
    const answer = await fetch(url, { headers: { Accept: 'application/dicom' } });
    if (!answer.ok) {
        throw new Error(`image: ${answer.status}`);
    }
    return parseDicom(new Uint8Array(await answer.arrayBuffer()));
}

/** Asks for an image before there is anything to show it in. */
export function askEarly(imageId) {
    const { exam, image } = partsOf(imageId);
    const url = addressOf(exam, `images/${image}.dcm`);
    lastFile = { url, dataSet: fetchDataSet(url) };
    lastFile.dataSet.catch(() => {}); // told when it is needed
}

/** A file of several frames is asked for again and again, one after the other: the last one stays. */
function dataSetOf(url) {
    const dataSet = lastFile.url === url ? lastFile.dataSet : fetchDataSet(url);
    lastFile = { url, dataSet };
    const dropIfAlone = read => {
        const frames = read?.intString('x00280008') ?? 1;
        if (frames < 2 && lastFile.dataSet === dataSet) {
            lastFile = { url: null, dataSet: null };
        }
    };
    dataSet.then(dropIfAlone, () => dropIfAlone());
    return dataSet;
}

/** Numbers, if there are so many and all are numbers; files say many things. */
function numbers(values, count) {
    const read = Array.from(values ?? [], Number).slice(0, count);
    return read.length === count && read.every(Number.isFinite) ? read : null;
}

/** Where the image lies in the patient; a film, which does not say, lies flat in a space of its own, a unit from pixel to pixel. */
function planeOf(imageId, header) {
    const said = metadataForDataset(IMAGE_PLANE, imageId, header);
    const spacing = numbers(said.pixelSpacing, 2)?.every(size => size > 0) ? numbers(said.pixelSpacing, 2) : null;
    const [rowPixelSpacing, columnPixelSpacing] = spacing ?? [1, 1];
    const orientation = numbers(said.imageOrientationPatient, 6) ?? [1, 0, 0, 0, 1, 0];
    return {
        ...said,
        frameOfReferenceUID: said.frameOfReferenceUID || partsOf(imageId).image,
        imagePositionPatient: numbers(said.imagePositionPatient, 3) ?? [0, 0, 0],
        imageOrientationPatient: orientation,
        rowCosines: orientation.slice(0, 3),
        columnCosines: orientation.slice(3),
        pixelSpacing: spacing,
        rowPixelSpacing,
        columnPixelSpacing,
        usingDefaultValues: spacing === null,
    };
}

function remember(imageId, header) {
    const modules = new Map(MODULES.map(type => [type, metadataForDataset(type, imageId, header)]));
    modules.set(IMAGE_PLANE, planeOf(imageId, header));
    known.set(imageId, modules);
}

async function load(imageId, options) {
    const { exam, image, frame } = partsOf(imageId);
    const dataSet = await dataSetOf(addressOf(exam, `images/${image}.dcm`));
    remember(imageId, combineFrameInstanceDataset(frame + 1, dataSet));
    return createImage(imageId, getPixelData(dataSet, frame), dataSet.string('x00020010'), options);
}

/** Teaches cornerstone to load our images. */
export function initImages(folder) {
    cache.setMaxCacheSize(MOST_PIXELS);
    utilities.setWasmBasePath(folder);
    getWebWorkerManager().registerWorker(
        'dicomImageLoader',
        () => new Worker(new URL('decodeImageFrameWorker.js', folder), { type: 'module' }),
        { maxWorkerInstances: WORKERS },
    );
    imageLoader.registerImageLoader(SCHEME, (imageId, options) => ({ promise: load(imageId, { ...options }) }));
    metaData.addProvider((type, imageId) => known.get(imageId)?.get(type), 10_000);
}

/** Where a place in the image, in its pixels, lies in the patient. The image must have been loaded before. */
export function toWorld(imageId, { x, y }) {
    const plane = metaData.get(IMAGE_PLANE, imageId);
    const right = x * plane.columnPixelSpacing;
    const down = y * plane.rowPixelSpacing;
    return [0, 1, 2].map(i => plane.imagePositionPatient[i] + right * plane.rowCosines[i] + down * plane.columnCosines[i]);
}

/** The reverse of {@link toWorld}. */
export function toImage(imageId, world) {
    const plane = metaData.get(IMAGE_PLANE, imageId);
    const along = cosines => cosines.reduce((sum, c, i) => sum + c * (world[i] - plane.imagePositionPatient[i]), 0);
    return { x: along(plane.rowCosines) / plane.columnPixelSpacing, y: along(plane.columnCosines) / plane.rowPixelSpacing };
}

/** Whether an image has been loaded at some time, so that its place is known. */
export const isKnown = imageId => known.has(imageId);
