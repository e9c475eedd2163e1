package br.com.redcheck.accreditation;

import java.util.Locale;

/** What can happen to a case. */
enum Step {
    REQUESTED,
    EVIDENCE_ASKED,
    ANSWERED,
    GRANTED,
    REFUSED,
    ASKED_AGAIN,
    SUSPENDED,
    LIFTED,
    EXPIRED,
    RENEWAL_ASKED,
    RENEWED,
    RENEWAL_DECLINED;

    /** As it ends a key in the message files and names a deed in the audit, {@code renewal-asked}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
