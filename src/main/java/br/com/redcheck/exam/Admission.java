package br.com.redcheck.exam;

import br.com.redcheck.dicom.DicomObject;

/** Says which images are worth keeping; spoken by whoever will read them. */
public interface Admission {
    /**
     * Lets an image pass that some network of ours may read, at least as a part of its exam.
     *
     * @throws br.com.redcheck.platform.Refusal named for what is wrong: another modality, another part of the body
     */
    void require(DicomObject image);
}
