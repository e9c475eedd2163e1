package br.com.redcheck.platform.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** An e-mail as a page as wide as a phone: its paragraphs in large letters, its addresses to be tapped. It loads nothing and knows no pictures. */
record Letter(Mail mail) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    String html() {
        String paragraphs = Arrays.stream(mail.text().strip().split("\\n\\s*\\n"))
                .map(Letter::paragraph)
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                <body style="font:18px/1.5 sans-serif;color:#1b1b1b;background:#fff;margin:0">
                <div style="max-width:36em;padding:16px;overflow-wrap:anywhere;word-break:break-word">
                %s
                </div></body></html>
                """.formatted(escaped(mail.language()), escaped(mail.subject()), paragraphs);
    }

    private static String paragraph(String text) {
        String linked = ADDRESS.matcher(escaped(text)).replaceAll("<a href=\"$0\">$0</a>");
        return "<p>" + linked.replace("\n", "<br>\n") + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
