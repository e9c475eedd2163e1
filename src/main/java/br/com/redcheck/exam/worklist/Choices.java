package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.worklist.Label.Colour;
import java.util.List;
import java.util.Set;

/** What the fields of the pages offer. */
record Choices(Set<Situation> states, List<Modality> modalities, List<Colour> colours) {
    static final Choices ALL = new Choices(Situation.choices(), List.of(Modality.values()), List.of(Colour.values()));
}
