package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** Something is missing without which a report is none. */
class NotReadyToSign extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotReadyToSign(String what) {
        super("refusal.not-ready-to-sign." + what);
    }

    /** Findings or impression are empty. */
    static NotReadyToSign text() {
        return new NotReadyToSign("text");
    }

    /** The exam's form was never finished: nobody knows whom the report is about. */
    static NotReadyToSign patient() {
        return new NotReadyToSign("patient");
    }

    /** Neither the accreditation nor the letterhead says the doctor's CRM. */
    static NotReadyToSign crm() {
        return new NotReadyToSign("crm");
    }
}
