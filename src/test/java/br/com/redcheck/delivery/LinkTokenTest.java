package br.com.redcheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door reads what people paste and type, however their programs have dressed it up. */
class LinkTokenTest {
    private static final String CODE = "7K3M9QXA01TE5WZ2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3M-9QXA-01TE-5WZ2",
                "7k3m 9qxa 01te 5wz2",
                " 7K3M\u20139QXA\u201401TE\u22125WZ2 ",
                "7K3M\u20119QXA\u201001TE\u00AD5WZ2",
                "7K3M\u00A09QXA\u202F01TE\u20035WZ2",
                "\u200B7K3M\u200D9QXA\uFEFF01TE\u20605WZ2",
                "7K3M.9QXA.01TE.5WZ2",
                "7K3M9QXAoLTE5WZ2",
                "７Ｋ３Ｍ-９ＱＸＡ-０１ＴＥ-５ＷＺ２",
                "https://exames.example.org/r/7K3M9QXA01TE5WZ2",
                "https://exames.example.org/r/7K3M9QXA01TE5WZ2?lang=en",
                "Abra: http://localhost:8080/r/7k3m-9qxa-01te-5wz2 \n"
            })
    void aCodeFromPaper(String typed) {
        assertThat(LinkToken.parse(typed)).contains(new LinkToken(CODE));
    }

    @Test
    void theLinkOfAnEMailAsItIsPasted() {
        LinkToken token = LinkToken.forMail();
        String text = token.text();
        for (String pasted : new String[] {
            text,
            " " + text + "\n",
            "https://exames.example.org/r/" + text + "?lang=en",
            "<https://exames.example.org/base/r/" + text + "#x>",
            text.substring(0, 20) + "\r\n" + text.substring(20),
            "\u200B" + text + "\u2060"
        }) {
            assertThat(LinkToken.parse(pasted)).as(pasted).contains(token);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K3M-9QXA-01TE-5WZ",
                "7K3M-9QXA-01TE-5WZ2-7",
                "7K3M-9QXA-01TE-5WZU",
                "https://exames.example.org/r/"
            })
    void whatCannotBeOneIsNone(String typed) {
        assertThat(LinkToken.parse(typed)).isEmpty();
    }
}
