package br.com.redcheck.inference;

import br.com.redcheck.platform.child.Child;
import br.com.redcheck.platform.child.ContainmentContract;
import java.util.List;

/** The child that runs a network once, had the network taken it over. */
class TrialContainmentTest extends ContainmentContract {
    @Override
    protected Child child(List<String> main) {
        return Trial.java().running(main);
    }
}
