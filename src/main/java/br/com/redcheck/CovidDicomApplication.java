package br.com.redcheck;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the platform. */
@SpringBootApplication
public class CovidDicomApplication {
    public static void main(String[] args) {
        SpringApplication.run(CovidDicomApplication.class, args);
    }
}
