package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;

@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({VaultConfiguration.class, VaultIT.Time.class})
class SealedTextIT {
    private static final String NAME = "Conceição dos Santos";

    @Autowired
    Vault vault;

    private final OwnerId ana = OwnerId.random();
    private final OwnerId rui = OwnerId.random();

    @Test
    void aSealedTextOpensForItsOwnerAndPurposeAlone() {
        byte[] sealed = vault.sealText(ana, "test.name", NAME);
        vault.sealText(rui, "test.name", NAME);

        assertThat(vault.openText(ana, "test.name", sealed)).isEqualTo(NAME);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.openText(ana, "test.city", sealed));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.openText(rui, "test.name", sealed));
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        byte[] sealed = vault.sealText(ana, "test.name", NAME);

        assertThat(sealed).isNotEqualTo(vault.sealText(ana, "test.name", NAME));
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Santos");
    }

    @Test
    void aChangedByteOfASealedTextIsNoticed() {
        byte[] sealed = vault.sealText(ana, "test.name", NAME);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;

            assertThatExceptionOfType(SealBroken.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> vault.openText(ana, "test.name", changed));
        }
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.openText(ana, "test.name", new byte[0]));
    }

    @Test
    void aForgottenOwnersTextsAreGone() {
        byte[] sealed = vault.sealText(ana, "test.name", NAME);

        vault.forget(ana);

        assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> vault.openText(ana, "test.name", sealed));
    }

    @Test
    void aLookUpFindsTheSameAgainAndDiffersByPurpose() {
        byte[] found = vault.lookup("test.cpf", "52998224725");

        assertThat(found).hasSize(32).isEqualTo(vault.lookup("test.cpf", "52998224725"));
        assertThat(found).isNotEqualTo(vault.lookup("test.cpf", "52998224726"));
        assertThat(found).isNotEqualTo(vault.lookup("test.cnpj", "52998224725"));
    }
}
