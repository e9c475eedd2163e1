package br.com.redcheck.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations, identifiers and addresses are read as people write them, and kept in one form. */
class PersonTest {
    @ParameterizedTest
    @ValueSource(strings = {"CRM/SP 123.456", "crm-sp 123456", "123456/SP", "SP 123456", "CRM 123456-sp"})
    void aCrmIsNumberAndState(String text) {
        assertThat(Crm.parse(text)).isEqualTo(new Crm(123_456, Uf.SP));
        assertThat(Crm.parse(text)).hasToString("CRM/SP 123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SP", "123456", "SP 0", "SP 12345678", "SP 99999999999999999999"})
    void whatIsNoCrmIsRefused(String text) {
        assertThatThrownBy(() -> Crm.parse(text)).isInstanceOf(InvalidCrm.class);
    }

    /** As documents, web pages and telephones give them away: with unbroken spaces and hyphens, and marks of direction. */
    @Test
    void numbersMayBePasted() {
        assertThat(Crm.parse("\u00A0CRM/SP\u00A0123456")).isEqualTo(new Crm(123_456, Uf.SP));
        assertThat(Cpf.parse("\u00A0529.982.247\u201125\u200B").digits()).isEqualTo("52998224725");
        assertThat(Cnpj.parse("11.222.333/0001\u201381\u00A0").characters()).isEqualTo("11222333000181");
        assertThat(Orcid.parse("0000\u20100002\u20101825\u20100097\u00A0")).hasToString("0000-0002-1825-0097");
        assertThat(Phone.parse("\u202A+55 (11)\u00A091234\u20115678\u202C").e164())
                .isEqualTo("+5511912345678");
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Crm.parse("CRM/XX 1")).isInstanceOf(UnknownUf.class);
        assertThat(Uf.values()).hasSize(27);
    }

    /** The identifier of the person whom ORCID invented for its examples. */
    @ParameterizedTest
    @ValueSource(strings = {"0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"})
    void anOrcidIsFourGroupsOfFour(String text) {
        assertThat(Orcid.parse(text)).hasToString("0000-0002-1825-0097");
    }

    @Test
    void ofElevenCheckCharactersExactlyOneIsTaken() {
        for (int i = 0; i < 300; i++) {
            String fifteen = "0000000%08d".formatted(i * 104_729);
            long taken = "0123456789X"
                    .chars()
                    .filter(check -> isOrcid(fifteen + (char) check))
                    .count();

            assertThat(taken).as(fifteen).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana@Example.ORG ", "ana+exams@sub.example.com.br", "o'neil@example.org", "a@b.co"})
    void anAddressIsKeptInLowerCase(String text) {
        assertThat(EmailAddress.parse(text).address()).isEqualTo(text.strip().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana@Clínica.COM.br",
                "ana@cli\u0301nica.com.br",
                "ana@xn--clnica-4va.com.br",
                "ana@clínica。com.br"
            })
    void aDomainInAnyLettersIsOneAddress(String text) {
        assertThat(EmailAddress.parse(text).address()).isEqualTo("ana@xn--clnica-4va.com.br");
        assertThat(EmailAddress.parse(text).shown()).isEqualTo("ana@clínica.com.br");
    }

    @ParameterizedTest
    @CsvSource({
        "josé@example.org,refusal.invalid-email-address.name",
        "ana@straße.de,refusal.invalid-email-address.domain",
        "ana@clínica..br,refusal.invalid-email-address",
        "ana@clí_nica.br,refusal.invalid-email-address"
    })
    void whatNoServerOrTheWrongOneWouldDeliverIsRefusedInWords(String text, String key) {
        assertThatThrownBy(() -> EmailAddress.parse(text))
                .isInstanceOfSatisfying(
                        InvalidEmailAddress.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.org,ana@example.org",
        "Ana+exams@example.org,ana@example.org",
        "a.na@example.org,a.na@example.org",
        "a.n.a+x+y@googlemail.com,ana@gmail.com",
        "+ana@example.org,+ana@example.org"
    })
    void addressesOfOneMailboxAreKnown(String text, String mailbox) {
        assertThat(EmailAddress.parse(text).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana@@example.org",
                ".ana@example.org",
                "ana.@example.org",
                "a..b@example.org",
                "ana@-example.org",
                "ana@example..org",
                "ana@example.org\nBcc: x",
                "ana@example.org,rui@example.org",
                "ana maria@example.org",
                "<ana@example.org>",
                "ana@127.0.0.1"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text)).isInstanceOf(InvalidEmailAddress.class);
    }

    @Test
    void anAddressMayBeLongButNotEndless() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org").address())
                .hasSize(76);
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.org"))
                .isInstanceOf(InvalidEmailAddress.class);
        assertThatThrownBy(() -> EmailAddress.parse("a@" + "b.".repeat(1_000_000) + "org"))
                .isInstanceOf(InvalidEmailAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(11) 91234-5678", "011 91234 5678", "+55 11 91234-5678", "11912345678"})
    void aPhoneIsKeptAsTheWorldCallsIt(String text) {
        assertThat(Phone.parse(text).e164()).isEqualTo("+5511912345678");
        assertThat(Phone.parse(text).written()).isEqualTo("(11) 91234-5678");
    }

    @Test
    void aTelephoneAtHomeHasEightDigits() {
        assertThat(Phone.parse("(71) 3123-4567").written()).isEqualTo("(71) 3123-4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91234-5678",
                "(10) 91234-5678",
                "(11) 8123-4567",
                "(11) 91234-567",
                "+1 212 555 0100",
                "11 9123a5678"
            })
    void whatIsNoPhoneIsRefused(String text) {
        assertThatThrownBy(() -> Phone.parse(text)).isInstanceOf(InvalidPhone.class);
    }

    @Test
    void nothingOfAPersonIsSaidByTheTextOfAValue() {
        assertThat(EmailAddress.parse("ana@example.org")).hasToString("a***@example.org");
        assertThat(Phone.parse("(11) 91234-5678")).hasToString("***78");
    }

    private static boolean isOrcid(String text) {
        try {
            Orcid.parse(text);
            return true;
        } catch (InvalidOrcid no) {
            return false;
        }
    }
}
