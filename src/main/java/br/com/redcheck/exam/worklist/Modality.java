package br.com.redcheck.exam.worklist;

/** Modality (0008,0060) of the exams that are taken. */
enum Modality {
    CT,
    CR,
    DX
}
