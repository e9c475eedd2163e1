package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;

/** It was told, or told anew, who the patient of an exam is: its images are to be looked through for that. */
record IdentityTold(OwnerId owner, ExamId exam) {}
