package br.com.redcheck.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The disk is full, or so nearly full that nothing more is taken; nothing of what came is kept. */
@ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
public class NoRoom extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoRoom() {
        super("refusal.no-room");
    }
}
