package br.com.redcheck.platform.web;

import br.com.redcheck.platform.CannotStart;

/** What {@code covid-dicom.trusted-proxies} names is neither an address nor a range of addresses. */
final class ProxyUnreadable extends CannotStart {
    private static final long serialVersionUID = 1L;

    ProxyUnreadable(String named) {
        super("refusal.proxy-unreadable", named);
    }
}
