package br.com.redcheck.reading;

import br.com.redcheck.platform.Remark;
import jakarta.persistence.Embeddable;
import java.util.List;

/** A remark as it is kept with a reading. */
@Embeddable
class ReadingRemark {
    private String remark;
    private String[] arguments = {};

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ReadingRemark() {}

    ReadingRemark(Remark remark) {
        this.remark = remark.key();
        this.arguments = remark.arguments().toArray(String[]::new);
    }

    Remark remark() {
        return new Remark(remark, List.of(arguments));
    }
}
