package br.com.redcheck.account;

/** The first start in demonstration mode has made a doctor, who shall be able to try everything out. */
public record DemonstrationDoctorMade(OwnerId owner) {}
