package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads the form of an outcome to its end, so that all that is wrong with it is told at once. */
final class OutcomeReader {
    private final OutcomeAsTyped typed;
    private final Fields fields;

    OutcomeReader(OutcomeAsTyped typed, LocalDate today) {
        this.typed = typed;
        this.fields = new Fields(new Days(today));
    }

    /** The outcome, if nothing is wrong with it. */
    Optional<Outcome> outcome() {
        var diagnosis = fields.choice("diagnosis", typed.diagnosis(), Diagnosis.class);
        var pcr = fields.test("pcr", typed.pcr(), typed.pcrOn(), Optional.empty());
        var serology = fields.test("serology", typed.serology(), typed.serologyOn(), Optional.empty());
        var course = fields.choice("course", typed.course(), Course.class);
        fields.read("observations", typed.observations(), text -> Fields.atMost(Fields.PAGE, text));
        return fields.wrong().isEmpty()
                ? Optional.of(new Outcome(
                        diagnosis.orElseThrow(), pcr.orElseThrow(), serology.orElseThrow(), course.orElseThrow()))
                : Optional.empty();
    }

    /** What is wrong, by field, once the outcome was read. */
    Map<String, Refusal> wrong() {
        return fields.wrong();
    }
}
