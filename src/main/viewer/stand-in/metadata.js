// Stands in for the entry of cornerstone's metadata package, which drags in a second DICOM reader, rules for hanging protocols and a
// dictionary. The few parts that we reach are the package's own.

import * as fourDimensions from '@cornerstonejs/metadata/utilities/splitImageIdsBy4DTags';
import * as spacing from '@cornerstonejs/metadata/utilities/getPixelSpacingInformation';
import * as video from '@cornerstonejs/metadata/utilities/isVideoTransferSyntax';
import calibratedPixelSpacingMetadataProvider from '@cornerstonejs/metadata/utilities/calibratedPixelSpacingMetadataProvider';
import imageIdToURI from '@cornerstonejs/metadata/utilities/imageIdToURI';

export * as Enums from '@cornerstonejs/metadata/enums';
export * as metaData from '@cornerstonejs/metadata/metaData';
export * as logging from '@cornerstonejs/metadata/utilities/logging';
export const utilities = {
    ...fourDimensions,
    ...spacing,
    ...video,
    splitImageIdsBy4DTags: fourDimensions.default,
    getPixelSpacingInformation: spacing.default ?? spacing.getPixelSpacingInformation,
    isVideoTransferSyntax: video.default,
    calibratedPixelSpacingMetadataProvider,
    imageIdToURI,
};
