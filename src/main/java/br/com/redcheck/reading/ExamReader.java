package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import org.springframework.stereotype.Service;

/** Reads an exam. */
@Service
class ExamReader {
    void read(OwnerId owner, ExamId exam) {}
}
