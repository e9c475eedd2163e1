package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.model.ModelCard;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the networks said. */
@Service
@Transactional
class ReadingRegister {
    private final Readings readings;
    private final ReadingNotes notes;

    ReadingRegister(Readings readings, ReadingNotes notes) {
        this.readings = readings;
        this.notes = notes;
    }

    /** What this network has said about exactly these images before. */
    @Transactional(readOnly = true)
    Optional<Reading> find(OwnerId owner, Subject subject, ModelCard card) {
        return readings.findByOwnerAndSubjectAndModelAndVersionAndInputSha256(
                owner.value(), subject.id(), card.name(), card.version(), subject.inputSha256());
    }

    /** Keeps what it says now; what was noted on the way is not needed any more. */
    void keep(OwnerId owner, Subject subject, ModelCard card, Reading reading) {
        readings.save(reading);
        notes.forget(owner, subject, card);
    }
}
