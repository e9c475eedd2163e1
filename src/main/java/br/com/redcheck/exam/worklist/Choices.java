package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.worklist.Label.Colour;
import br.com.redcheck.person.Uf;
import java.util.List;
import java.util.Set;

/** What the fields of the pages offer. */
record Choices(
        Set<Situation> states, List<Modality> modalities, List<Colour> colours, List<CaseState> cases, List<Uf> ufs) {
    static final Choices ALL = new Choices(
            Situation.choices(),
            List.of(Modality.values()),
            List.of(Colour.values()),
            List.of(CaseState.values()),
            List.of(Uf.values()));
}
