package br.com.redcheck.account;

import java.time.Duration;

/** What a link is for, how long it can be used, and which page it leads to. */
enum Purpose {
    CONFIRM("confirm", Duration.ofHours(24)),
    RESET("reset", Duration.ofMinutes(30)),
    SIGN_IN("sign-in", Duration.ofMinutes(30)),
    MEMBER("member", Duration.ofDays(7)),
    ADMINISTRATOR("administrator", Duration.ofDays(3));

    private final String page;
    private final Duration life;

    Purpose(String page, Duration life) {
        this.page = page;
        this.life = life;
    }

    Duration life() {
        return life;
    }

    /** The page's path, with the token as only the address bar and the form of that page know it. */
    String path(Token token) {
        return "/links/" + page + "?token=" + token.text();
    }

    /** The key of the e-mail that brings the link. */
    String mail() {
        return "mail." + page;
    }
}
