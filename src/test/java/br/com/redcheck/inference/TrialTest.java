package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.model.RefusedModel;
import br.com.redcheck.model.RefusedModel.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialTest {
    /** The process ends itself with an error, as one that is killed does. */
    @Test
    void aProcessThatDiesIsARefusalAndNothingElse() {
        byte[] nonsense = "no network".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> new Trial(nonsense, Optional.empty(), false).run(1))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TRIAL_DIED));
    }
}
