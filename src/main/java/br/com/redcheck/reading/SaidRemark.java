package br.com.redcheck.reading;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Remark;
import java.util.List;
import java.util.Locale;

/**
 * What has to be told beside a result, in the reader's language.
 *
 * @param code stable name of what is the matter, {@code remark.gap}
 */
public record SaidRemark(String code, String text) {
    static List<SaidRemark> of(List<Remark> remarks, Messages messages, Locale language) {
        return remarks.stream()
                .map(remark -> new SaidRemark(remark.key(), messages.text(language, remark)))
                .toList();
    }
}
