package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget memory = new MemoryBudget(100);

    @Test
    void allTogetherTakeNoMoreThanThereIs() {
        MemoryBudget.Share first = memory.share();
        first.grow(40);
        MemoryBudget.Share second = memory.share();
        second.grow(40);

        assertThatThrownBy(() -> second.grow(40)).isInstanceOf(TooBusy.class);

        first.close();
        second.grow(40);
    }

    @Test
    void whatWouldNotFitAloneIsRefusedEvenWhileOthersAreThere() {
        MemoryBudget.Share other = memory.share();
        other.grow(40);

        assertThatThrownBy(() -> memory.share().grow(101)).isInstanceOf(MoreThanMemory.class);
    }

    @Test
    void aShareThatIsClosedTwiceWasTakenOnce() {
        MemoryBudget.Share share = memory.share();
        share.grow(60);
        share.close();
        share.close();
        memory.share().grow(100);

        assertThatThrownBy(() -> memory.share().grow(1)).isInstanceOf(TooBusy.class);
    }

    @Test
    void theApplicationKeepsWhatItNeedsItselfAndASmallHeapGivesAQuarter() {
        assertThat(MemoryBudget.ofHeap(1024L << 20)).isEqualTo(576L << 20);
        assertThat(MemoryBudget.ofHeap(400L << 20)).isEqualTo(100L << 20);
    }
}
