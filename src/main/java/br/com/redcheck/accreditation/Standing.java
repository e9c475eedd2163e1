package br.com.redcheck.accreditation;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How an applicant stands with the platform. What may happen next is what the type has a method for: nobody can lift what was
 * never suspended, or renew what was never granted.
 */
public sealed interface Standing {
    /** The name of the type, for columns and texts. */
    Kind kind();

    /** The types of standing by name. */
    enum Kind {
        REQUESTED,
        EVIDENCE_ASKED,
        GRANTED,
        REFUSED,
        SUSPENDED,
        EXPIRED;

        /** As it ends a key in the message files, {@code evidence-asked}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nobody has decided yet. */
    sealed interface Undecided extends Standing permits Requested, EvidenceAsked {
        /** Wants to see more before deciding. */
        default EvidenceAsked askEvidence(String what) {
            return new EvidenceAsked(what);
        }

        /** Lets the applicant send exams up to and including a day. */
        default Granted grant(LocalDate until) {
            return new Granted(until);
        }

        /** Does not let the applicant send exams. */
        default Refused refuse(String reason) {
            return new Refused(reason);
        }
    }

    /** It was granted once, and may be for longer. */
    sealed interface Renewable extends Standing permits Granted, Expired {
        /** Lets the applicant send exams up to and including another day. */
        default Granted renew(LocalDate until) {
            return new Granted(until);
        }
    }

    /** The applicant has asked and waits for an administrator. */
    record Requested() implements Undecided {
        @Override
        public Kind kind() {
            return Kind.REQUESTED;
        }
    }

    /**
     * An administrator waits for the applicant.
     *
     * @param what is missing, in the administrator's words
     */
    record EvidenceAsked(String what) implements Undecided {
        /** The applicant has shown it. */
        Requested answered() {
            return new Requested();
        }

        @Override
        public Kind kind() {
            return Kind.EVIDENCE_ASKED;
        }
    }

    /**
     * The applicant may send exams.
     *
     * @param until the last day of it, in Brasília
     */
    record Granted(LocalDate until) implements Renewable {
        /** Takes the licence away until further notice. */
        Suspended suspend(String reason) {
            return new Suspended(reason, until);
        }

        /** The day has passed. */
        Expired expire() {
            return new Expired(until.plusDays(1));
        }

        @Override
        public Kind kind() {
            return Kind.GRANTED;
        }
    }

    /**
     * The licence is not given.
     *
     * @param reason in the administrator's words
     */
    record Refused(String reason) implements Standing {
        /** The applicant asks anew. */
        Requested askAgain() {
            return new Requested();
        }

        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /**
     * The licence is taken away for now.
     *
     * @param reason in the administrator's words
     * @param until the day that it would have lasted to
     */
    record Suspended(String reason, LocalDate until) implements Standing {
        /** Gives back what is left of the licence. */
        Granted lift() {
            return new Granted(until);
        }

        @Override
        public Kind kind() {
            return Kind.SUSPENDED;
        }
    }

    /**
     * The licence has run out.
     *
     * @param since the first day without it
     */
    record Expired(LocalDate since) implements Renewable {
        @Override
        public Kind kind() {
            return Kind.EXPIRED;
        }
    }
}
