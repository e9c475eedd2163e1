package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;

/** A patient has taken a consent back. It is published within the transaction that wrote it down. */
public record ConsentWithdrawn(OwnerId owner, PatientId patient, Purpose purpose) {}
