package br.com.redcheck.exam.gallery;

import br.com.redcheck.platform.Refusal;

/** Something that publication asks for is not there. */
final class NotPublishable extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotPublishable(String why) {
        super("refusal.not-publishable." + why);
    }

    static NotPublishable noConsent() {
        return new NotPublishable("consent");
    }

    /** No outcome was told, or one that settles nothing: there would be no label. */
    static NotPublishable noLabel() {
        return new NotPublishable("label");
    }

    /** The doctor has not said that they looked at every image. */
    static NotPublishable unchecked() {
        return new NotPublishable("unchecked");
    }

    static NotPublishable alreadyPublished() {
        return new NotPublishable("already");
    }
}
