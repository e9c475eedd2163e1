package br.com.redcheck;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the platform. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CovidDicomApplication {
    public static void main(String[] args) {
        SpringApplication.run(CovidDicomApplication.class, args);
    }
}
