package br.com.redcheck.reading;

import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.exam.Admission;
import br.com.redcheck.inference.ImageFacts;
import br.com.redcheck.inference.Networks;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets in what belongs to an exam that some network of ours reads. A lateral film or the overview of a CT scan belongs to it, though
 * it is not read itself.
 */
@Component
class NetworkAdmission implements Admission {
    private static final Set<Reason> FOREIGN = Set.of(Reason.MODALITY, Reason.BODY_PART, Reason.ABDOMEN, Reason.COLOUR);

    private final NetworkChoice choice;
    private final Networks networks;

    NetworkAdmission(NetworkChoice choice, Networks networks) {
        this.choice = choice;
        this.networks = networks;
    }

    @Override
    public void require(DicomObject image) {
        ImageFacts facts = ImageFacts.of(image.dataSet());
        networks.objection(choice.forModality(facts.modality()), facts)
                .filter(objection -> FOREIGN.contains(objection.reason()))
                .ifPresent(objection -> {
                    throw objection;
                });
    }
}
