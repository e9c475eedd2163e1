package br.com.redcheck.patient;

/** One patient of an owner's, opened. */
public record Patient(PatientId id, Identity identity) {}
