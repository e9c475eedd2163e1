package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;

/** A patient is about to be struck off the register. It is published within the transaction that does it, while the row is still there. */
public record PatientRemoved(OwnerId owner, PatientId patient) {}
