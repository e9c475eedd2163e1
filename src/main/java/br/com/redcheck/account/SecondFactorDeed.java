package br.com.redcheck.account;

import java.util.Locale;
import java.util.UUID;

/** Something was done with an account's second factor. It is published within the transaction that did it. */
public record SecondFactorDeed(UUID account, Kind kind) {
    /** What was done. */
    public enum Kind {
        APP_ENROLLED,
        APP_REMOVED,
        CODE_ACCEPTED,
        CODE_REFUSED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        RESET;

        /** As the audit names it, such as {@code second-factor.app-enrolled}. */
        public String action() {
            return "second-factor." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
