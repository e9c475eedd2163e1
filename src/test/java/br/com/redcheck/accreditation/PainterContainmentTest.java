package br.com.redcheck.accreditation;

import br.com.redcheck.platform.child.Child;
import br.com.redcheck.platform.child.ContainmentContract;
import java.util.List;

/** The child that paints the pages of evidence, had a stranger's file taken it over. */
class PainterContainmentTest extends ContainmentContract {
    @Override
    protected Child child(List<String> main) {
        return EvidencePages.java().running(main);
    }
}
