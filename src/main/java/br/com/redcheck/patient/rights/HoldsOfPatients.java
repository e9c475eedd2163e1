package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import java.io.IOException;
import java.util.List;

/**
 * Keeps something of patients beside the register. Every package that does is a bean of this type; they are asked in the order of
 * {@link org.springframework.core.annotation.Order}, whoever refers to another's rows first.
 */
public interface HoldsOfPatients {
    /**
     * Takes away all that it keeps of a patient and that does not go with the register's row, in the caller's transaction; sealed bytes go by
     * {@link br.com.redcheck.vault.Destruction}.
     *
     * @return what has to stay all the same
     */
    default List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        return List.of();
    }

    /** Adds all that it keeps of a patient to a copy for them. */
    default void copy(OwnerId owner, PatientId patient, PatientCopy copy) throws IOException {}
}
