package gradus.kernel.maven;

import java.util.List;
import java.util.Set;

/**
 * The name of an artifact.
 *
 * @param extension of its file, such as {@code jar}
 * @param classifier such as {@code linux-x86_64}; empty for the main artifact
 * @param version a version or a range such as {@code [1.0,2.0)}
 */
public record Coordinate(String group, String artifact, String extension, String classifier, String version) {

    private static final String FORMS = "group:artifact:version, such as org.apache.commons:commons-math3:3.6.1;"
            + " also group:artifact:classifier:version and group:artifact:packaging:classifier:version";

    private static final Set<String> PACKAGINGS =
            Set.of("jar", "pom", "war", "ear", "zip", "aar", "bundle", "test-jar", "maven-plugin");

    /**
     * Reads {@code g:a:v}, {@code g:a:classifier:v}, {@code g:a:packaging:v} or {@code g:a:packaging:classifier:v}; a jar
     * where no packaging is named.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Coordinate parse(String text) {
        List<String> parts = List.of(text.strip().split(":", -1));
        if (parts.size() < 3 || parts.size() > 5 || parts.contains("")) {
            String fault = parts.size() == 2 ? " lacks a version" : " is not the name of an artifact";
            throw new IllegalArgumentException(text + fault + "; needed is " + FORMS);
        }
        String version = parts.get(parts.size() - 1);
        String third = parts.size() > 3 ? parts.get(2) : "jar";
        boolean isPackaging = PACKAGINGS.contains(third);
        if (parts.size() == 5) {
            return new Coordinate(parts.get(0), parts.get(1), third, parts.get(3), version);
        }
        return isPackaging
                ? of(parts, third, version)
                : new Coordinate(parts.get(0), parts.get(1), "jar", third, version);
    }

    /** Some packagings are other names for jars. */
    private static Coordinate of(List<String> parts, String packaging, String version) {
        return switch (packaging) {
            case "test-jar" -> new Coordinate(parts.get(0), parts.get(1), "jar", "tests", version);
            case "bundle", "maven-plugin" -> new Coordinate(parts.get(0), parts.get(1), "jar", "", version);
            default -> new Coordinate(parts.get(0), parts.get(1), packaging, "", version);
        };
    }

    @Override
    public String toString() {
        String middle =
                ("jar".equals(extension) ? "" : ":" + extension) + (classifier.isEmpty() ? "" : ":" + classifier);
        return group + ":" + artifact + middle + ":" + version;
    }
}
