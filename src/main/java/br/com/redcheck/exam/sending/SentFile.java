package br.com.redcheck.exam.sending;

import java.util.UUID;

/**
 * A file that somebody is sending or has sent.
 *
 * @param number its place in the sending, from 1
 * @param length bytes that it will have
 * @param received bytes that are here, sealed
 */
record SentFile(UUID id, UUID sending, int number, long length, long received, FileState state) {
    boolean complete() {
        return received == length;
    }
}
