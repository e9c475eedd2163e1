package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.Leak;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Images in which the check found what may tell who the patient is: no one uses them, and their doctor may throw them away. */
@Service
class Quarantine {
    private final QuarantineRegister register;
    private final Vault vault;

    Quarantine(QuarantineRegister register, Vault vault) {
        this.register = register;
        this.vault = vault;
    }

    /** What was found, each kind and place once. */
    List<Leak> findings(OwnerId owner, ExamId exam) {
        return register.findings(owner, exam);
    }

    /**
     * Destroys the images concerned. The exam goes on with the others, and is gone if there are none.
     *
     * @return whether the exam is still there
     */
    boolean discard(OwnerId owner, ExamId exam) throws IOException {
        for (BlobRef blob : register.forget(owner, exam)) {
            vault.delete(owner, blob);
        }
        return register.holds(owner, exam);
    }
}
