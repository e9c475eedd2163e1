package br.com.redcheck.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.HtmlUtils;

/**
 * Who runs this installation, and so answers for the data in it (LGPD, art. 5, VI and VIII).
 *
 * @param name of the institution
 * @param contact of its data protection officer
 */
@ConfigurationProperties("covid-dicom.operator")
public record Operator(
        @DefaultValue("(covid-dicom.operator.name)") String name,
        @DefaultValue("(covid-dicom.operator.contact)") String contact) {
    /** Puts both where a text says {@code [operator]} and {@code [contact]}. */
    public String namedIn(String html) {
        return html.replace("[operator]", HtmlUtils.htmlEscape(name))
                .replace("[contact]", HtmlUtils.htmlEscape(contact));
    }
}
