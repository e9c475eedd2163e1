package br.com.redcheck.exam;

import br.com.redcheck.dicom.DeidentificationAction;
import br.com.redcheck.dicom.Leak;
import br.com.redcheck.dicom.Mask;
import br.com.redcheck.vault.BlobRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cleaned image in the vault, and what its certificate will say.
 *
 * @param sealed what is used
 * @param uncovered the pixels without masks, where there are masks
 * @param originalSha256 of the file as it came, in hexadecimal
 * @param software name and version of what cleaned it
 * @param options codes of the profile and its options (CID 7050), divided by blanks
 */
record CleanedImage(
        SealedImage sealed,
        Optional<BlobRef> uncovered,
        String originalSha256,
        String software,
        String options,
        Map<DeidentificationAction, Integer> actions,
        List<Mask> masks,
        List<Leak> leaks) {}
