package org.safecommunity.cli.tabulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small register and its population, for the tests of {@code tabulate}. */
final class TabulateFiles {
    static final String POPULATION =
            "sex,age,person_time\nmale,0-4,100\nmale,5-64,800\nmale,65+,50.5\nfemale,0-4,90\nfemale,5-64,700\nfemale,65+,60\n";

    private static final String REGISTER = """
            id,sex,age,date,code,days
            1,male,3,2024-01-31,W19.0,2
            2,female,70岁,2024-02-01,w199,0.5
            3,male,4,2023-12-31,V12.3,1
            4,male,,2024-01-01,X70,
            5,female,8月,2024-01-30,W01.4,0.25
            """;

    private TabulateFiles() {}

    static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    static Path register(Path folder) throws IOException {
        return file(folder, "register.csv", REGISTER);
    }
}
