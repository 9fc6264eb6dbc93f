package org.safecommunity.examples;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Invents the street community of {@code examples/riverside}: about 60,000 people over three years, with plausible ages,
 * causes and seasons. The seed is fixed, so the files are the same each time. Every row says {@code synthetic}.
 */
public final class RiversideGenerator {
    private static final long SEED = 20_090_114L;
    private static final int FIRST_YEAR = 2022;
    private static final int YEARS = 3;
    private static final int BANDS = 18;
    private static final String MARK = ",synthetic\n";

    /** Files that were written by hand and are copied as they are. */
    private static final List<String> BY_HAND = List.of("community.yaml", "risks.csv", "elements.csv");

    /** Persons by five-year band, both sexes, in the first year. */
    private static final int[] PERSONS = {
        2350, 2900, 2750, 2400, 2650, 4100, 5600, 5900, 5000, 4300, 4650, 4400, 3700, 3450, 2600, 1550, 980, 720
    };

    /** Injuries per 1,000 person-years by five-year band, for men and women. */
    private static final double[] MALE = {19, 15, 14, 12, 11, 11, 11, 11, 12, 12, 12, 12, 12, 14, 18, 24, 33, 45};

    private static final double[] FEMALE = {15, 10, 8, 7, 7, 7, 7, 8, 8, 9, 10, 12, 14, 18, 25, 34, 47, 62};

    /** Relative number of injuries by calendar month. */
    private static final double[] SEASON = {0.92, 0.85, 0.95, 1.0, 1.06, 1.08, 1.12, 1.1, 1.03, 1.0, 0.94, 0.95};

    private final Random random = new Random(SEED);
    private final Map<String, Long> injuriesByCell = new TreeMap<>();

    /** Writes the tables into a folder: {@code java … RiversideGenerator examples/riverside}. */
    public static void main(String[] arguments) throws IOException {
        new RiversideGenerator().write(Path.of(arguments[0]));
    }

    /** Writes the tables into a folder. */
    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("population.csv"), population());
        Files.writeString(folder.resolve("injuries.csv"), injuries());
        Files.writeString(folder.resolve("rates.csv"), rates());
        Files.writeString(folder.resolve("accidents.csv"), accidents());
        Files.writeString(folder.resolve("survey.csv"), survey());
        for (String name : BY_HAND) {
            try (InputStream in = RiversideGenerator.class.getResourceAsStream("riverside/" + name)) {
                Files.write(folder.resolve(name), requireNonNull(in, name).readAllBytes());
            }
        }
    }

    private static int persons(int year, boolean male, int band) {
        double growth = 1 + 0.01 * (year - FIRST_YEAR) * (band >= 12 ? 2 : band <= 1 ? -1.5 : 0.1);
        double share = male ? 0.515 - 0.006 * Math.max(0, band - 8) : 0.485 + 0.006 * Math.max(0, band - 8);
        return (int) Math.round(PERSONS[band] * growth * share);
    }

    private static String age(int band) {
        return band == BANDS - 1 ? "85+" : band * 5 + "-" + (band * 5 + 4);
    }

    private static String population() {
        StringBuilder csv = new StringBuilder("year,sex,age_group,persons,data_source\n");
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (boolean male : new boolean[] {true, false}) {
                for (int band = 0; band < BANDS; band++) {
                    csv.append(year)
                            .append(male ? ",male," : ",female,")
                            .append(age(band))
                            .append(',')
                            .append(persons(year, male, band))
                            .append(MARK);
                }
            }
        }
        return csv.toString();
    }

    private String injuries() {
        List<String> lines = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (boolean male : new boolean[] {true, false}) {
                for (int band = 0; band < BANDS; band++) {
                    double rate = (male ? MALE : FEMALE)[band] / 1000 * (1 - 0.05 * (year - FIRST_YEAR));
                    int count = poisson(rate * persons(year, male, band));
                    injuriesByCell.put(key(year, male, band), (long) count);
                    for (int i = 0; i < count; i++) {
                        lines.add(injury(year, male, band));
                    }
                }
            }
        }
        lines.sort(null);
        StringBuilder csv = new StringBuilder(
                "record_id,sex,age,date,hour,cause,place,activity,intent,nature,body_part,severity,outcome,data_source\n");
        int number = 0;
        for (String line : lines) {
            number++;
            int date = line.indexOf('|');
            csv.append(String.format(Locale.ROOT, "R%05d,", number))
                    .append(line.substring(date + 1))
                    .append(MARK);
        }
        return csv.toString();
    }

    /** One record: its date as sorting key, then the cells after the id. */
    private String injury(int year, boolean male, int band) {
        int age = band == BANDS - 1 ? 85 + random.nextInt(11) : band * 5 + random.nextInt(5);
        int month = pick(SEASON) + 1;
        LocalDate date = LocalDate.of(year, month, 1)
                .plusDays(random.nextInt(LocalDate.of(year, month, 1).lengthOfMonth()));
        int hour = (int) Math.round(Math.min(23, Math.max(0, 13 + random.nextGaussian() * 5)));
        boolean old = age >= 65;
        boolean child = age < 15;
        // codes of card B: 1 motor vehicle, 2 non-motor vehicle, 3 fall, 4 blunt, 6 sharp, 7 burn, 10 poisoning, 11
        // animal, 13
        int[] causes = {1, 2, 3, 4, 6, 7, 10, 11, 13};
        double[] weights = old
                ? new double[] {7, 6, 62, 7, 5, 3, 1, 4, 5}
                : child ? new double[] {6, 7, 42, 14, 8, 9, 2, 8, 4} : new double[] {16, 15, 24, 15, 13, 4, 2, 6, 5};
        int cause = causes[pick(weights)];
        boolean road = cause <= 2;
        int place = road
                ? 5
                : old
                        ? pick(1, 60, 3, 15, 5, 18, 6, 7)
                        : child ? pick(1, 42, 3, 36, 4, 10, 5, 12) : pick(1, 30, 3, 14, 5, 16, 6, 16, 7, 18, 4, 6);
        int activity = road ? pick(7, 80, 8, 20) : place == 7 ? 1 : place == 4 ? 4 : pick(2, 25, 5, 35, 6, 20, 8, 20);
        int intent = cause == 4 ? pick(1, 82, 3, 18) : cause == 10 ? pick(1, 62, 2, 30, 4, 8) : pick(1, 99, 4, 1);
        int nature = cause == 7
                ? 5
                : cause == 6 || cause == 11
                        ? 3
                        : cause == 10
                                ? 8
                                : old ? pick(1, 45, 2, 15, 4, 35, 6, 5) : pick(1, 20, 2, 28, 3, 12, 4, 36, 6, 4);
        int body = cause == 10 ? 6 : pick(1, 22, 2, 30, 3, 32, 4, 10, 5, 6);
        int severity = old ? pick(1, 55, 2, 38, 3, 7) : pick(1, 76, 2, 21, 3, 3);
        int outcome = severity == 1
                ? pick(1, 96, 2, 4)
                : severity == 2 ? pick(1, 40, 2, 15, 4, 42, 3, 3) : pick(4, 82, 3, 10, 5, 8);
        return date + "|" + (male ? "male" : "female") + "," + age + "," + date + "," + hour + "," + cause + "," + place
                + "," + activity + "," + intent + "," + nature + "," + body + "," + severity + "," + outcome;
    }

    private String rates() {
        StringBuilder csv = new StringBuilder("year,sex,age_group,injuries,person_years,data_source\n");
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (boolean male : new boolean[] {true, false}) {
                for (int band = 0; band < BANDS; band++) {
                    csv.append(year)
                            .append(male ? ",male," : ",female,")
                            .append(age(band))
                            .append(',')
                            .append(injuriesByCell.get(key(year, male, band)))
                            .append(',')
                            .append(persons(year, male, band))
                            .append(MARK);
                }
            }
        }
        return csv.toString();
    }

    private String accidents() {
        StringBuilder csv = new StringBuilder(
                "record_id,domain,date,deaths,serious_injuries,minor_injuries,direct_loss_10k_yuan,data_source\n");
        String[] domains = {"production", "traffic", "fire", "public-security"};
        double[] expected = {3, 14, 6, 9};
        int number = 0;
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (int d = 0; d < domains.length; d++) {
                int count = poisson(expected[d] * (1 - 0.08 * (year - FIRST_YEAR)));
                for (int i = 0; i < count; i++) {
                    number++;
                    int deaths = random.nextDouble() < 0.06 ? 1 : 0;
                    int serious = poisson(0.25);
                    int minor = poisson(0.9);
                    double loss = Math.round(random.nextDouble() * random.nextDouble() * 300) / 10.0;
                    csv.append(String.format(Locale.ROOT, "A%03d,", number))
                            .append(domains[d])
                            .append(',')
                            .append(LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)))
                            .append(',')
                            .append(deaths)
                            .append(',')
                            .append(serious)
                            .append(',')
                            .append(minor)
                            .append(',')
                            .append(String.format(Locale.ROOT, "%.1f", loss))
                            .append(MARK);
                }
            }
        }
        return csv.toString();
    }

    private String survey() {
        StringBuilder csv = new StringBuilder(
                "respondent_id,knows_emergency_number,knows_fire_escape,knows_safe_community,satisfied_overall,"
                        + "satisfied_roads,data_source\n");
        double[] known = {0.93, 0.71, 0.58};
        double[][] satisfied = {{2, 5, 18, 45, 30}, {5, 13, 27, 38, 17}};
        for (int person = 1; person <= 600; person++) {
            csv.append(String.format(Locale.ROOT, "S%03d", person));
            for (double p : known) {
                double draw = random.nextDouble();
                csv.append(random.nextDouble() < 0.02 ? "," : draw < p ? ",yes" : ",no");
            }
            for (double[] weights : satisfied) {
                int answer = pick(weights) + 1;
                csv.append(random.nextDouble() < 0.03 ? "," : "," + answer);
            }
            csv.append(MARK);
        }
        return csv.toString();
    }

    private static String key(int year, boolean male, int band) {
        return year + (male ? " male " : " female ") + band;
    }

    /** Index drawn with these weights. */
    private int pick(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double draw = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            draw -= weights[i];
            if (draw < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A value drawn with weights: value, weight, value, weight … */
    private int pick(int... valuesAndWeights) {
        double[] weights = new double[valuesAndWeights.length / 2];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = valuesAndWeights[2 * i + 1];
        }
        return valuesAndWeights[2 * pick(weights)];
    }

    private int poisson(double mean) {
        double product = random.nextDouble();
        double limit = StrictMath.exp(-mean);
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
