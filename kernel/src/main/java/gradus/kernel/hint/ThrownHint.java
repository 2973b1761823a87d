package gradus.kernel.hint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do about an exception that students meet often. The first constant that knows it answers. */
public enum ThrownHint {
    NULL("String s = null;\ns.length()", "int[][] a = new int[2][];\na[0][0] = 1;", "Integer n = null;\nint m = n;") {
        @Override
        @Nullable
        String advice(String type, String message) {
            if (!type.equals("NullPointerException")) {
                return null;
            }
            Matcher what = Pattern.compile("because \"(.+?)\" is null").matcher(message);
            return what.find()
                    ? what.group(1) + " has no value yet: give it one before this line, such as with new"
                    : "Something that this line hands on is null: print the values that it uses";
        }
    },

    INDEX(
            "int[] a = new int[3];\na[3] = 1;",
            "List<Integer> a = List.of(1);\na.get(1)",
            "\"abc\".charAt(3)",
            "\"abc\".substring(2, 5)",
            "int[] e = {};\ne[0]") {
        @Override
        @Nullable
        String advice(String type, String message) {
            if (!type.endsWith("IndexOutOfBoundsException")) {
                return null;
            }
            Matcher length =
                    Pattern.compile("(-?\\d+)\\D+(?:length|size):? (\\d+)").matcher(message);
            if (!length.find()) {
                return "The first has index 0, the last length − 1";
            }
            int n = Integer.parseInt(length.group(2));
            return n == 0
                    ? "It is empty: there is no element at all"
                    : "The indexes are 0 to " + (n - 1)
                            + (Integer.parseInt(length.group(1)) == n ? "; in a loop, < and not <=" : "");
        }
    },

    CLASS(
            "Object o = 3;\nString s = (String) o;",
            "Map<String, Object> m = Map.of(\"a\", 1);\ndouble d = (Double) m.get(\"a\");") {
        @Override
        @Nullable
        String advice(String type, String message) {
            Matcher types = Pattern.compile("class (\\S+) cannot be cast to class (\\S+)")
                    .matcher(message);
            return type.equals("ClassCastException") && types.find()
                    ? "The object is " + simple(types.group(1))
                            + ", whatever the variable's type says; ask first: x instanceof " + simple(types.group(2))
                            + " y"
                    : null;
        }
    },

    NUMBER(
            "Integer.parseInt(\"3.5\")",
            "Double.parseDouble(\"a\")",
            "Integer.parseInt(\"\")",
            "Integer.parseInt(\" 3\")") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("NumberFormatException")
                    ? "Only digits make an int, \"3.5\" makes a double (Double.parseDouble); strip() takes blanks away"
                    : null;
        }
    },

    CHANGED_WHILE_READ(
            "var a = new ArrayList<>(List.of(1, 2, 3));\nfor (var each : a) a.remove(each);",
            "Map<Integer, Integer> m = new HashMap<>(Map.of(1, 1, 2, 2));\nfor (var k : m.keySet()) m.put(k + 10, 1);") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("ConcurrentModificationException")
                    ? "A loop over a collection must not change it: removeIf(…), or loop over a copy: new ArrayList<>(…)"
                    : null;
        }
    },

    RECURSION(
            "int f(int n) { return f(n + 1) + 1; }\nf(0)",
            "class P { public String toString() { return \"\" + this; } }\nString s = new P().toString();") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("StackOverflowError")
                    ? "A method calls itself without end: it needs a case that returns without a call, and each call must come nearer to it"
                    : null;
        }
    },

    MEMORY("int[] a = new int[Integer.MAX_VALUE];") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("OutOfMemoryError")
                    ? "The kernel's memory is full: set to null what holds much, or start Jupyter with more, such as JDK_JAVA_OPTIONS=-Xmx4g"
                    : null;
        }
    },

    UNMODIFIABLE(
            "List.of(1, 2).add(3)",
            "Arrays.asList(1, 2).add(3)",
            "Stream.of(1).toList().set(0, 2)",
            "Map.of(1, 2).put(3, 4)") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("UnsupportedOperationException") && message.isEmpty()
                    ? "What List.of, Map.of and toList() give cannot change: make a copy that can, such as new ArrayList<>(list)"
                    : null;
        }
    },

    DIVISION("int zero = 0;\n1 / zero", "int zero = 0;\n5 % zero") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("ArithmeticException") && message.equals("/ by zero")
                    ? "Integers cannot be divided by 0; a double can: 1.0 / 0 is Infinity"
                    : null;
        }
    },

    NOTHING_THERE(
            "Optional.empty().get()",
            "List.of().iterator().next()",
            "new Scanner(\"\").next()",
            "new ArrayDeque<Integer>().pop()") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("NoSuchElementException")
                    ? "There is no further element: ask hasNext() or isEmpty() first"
                    : null;
        }
    },

    INPUT("new Scanner(\"a\").nextInt()") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("InputMismatchException")
                    ? "What was typed is no such number: ask hasNextInt() first, or read a line"
                    : null;
        }
    },

    FILE("Files.readString(Path.of(\"none.txt\"))", "new FileReader(\"none.txt\")") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("NoSuchFileException") || type.equals("FileNotFoundException")
                    ? "Paths begin at the folder of the notebook: Path.of(\"\").toAbsolutePath() tells where that is"
                    : null;
        }
    },

    NEGATIVE_LENGTH("int[] a = new int[-1];") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("NegativeArraySizeException")
                    ? "An array has 0 or more elements, and here " + message + " are asked for"
                    : null;
        }
    },

    WRONG_ELEMENT("Object[] a = new String[1];\na[0] = 3;") {
        @Override
        @Nullable
        String advice(String type, String message) {
            return type.equals("ArrayStoreException")
                    ? "The array was made for a narrower type than its variable has: make it with the wider one"
                    : null;
        }
    };

    private final List<String> samples;

    ThrownHint(String... samples) {
        this.samples = List.of(samples);
    }

    /** Cells that fail so. */
    public List<String> samples() {
        return samples;
    }

    /** What to do; null if this is another exception. */
    abstract @Nullable String advice(String type, String message);

    /** Whether this is what it knows. */
    public boolean knows(String className, String message) {
        return advice(simple(className), message) != null;
    }

    /**
     * What to do about an exception; null where nothing is known.
     *
     * @param className of the exception, with or without its package
     */
    public static @Nullable String of(String className, String message) {
        String type = simple(className);
        for (ThrownHint each : values()) {
            String advice = each.advice(type, message);
            if (advice != null) {
                return advice;
            }
        }
        return null;
    }

    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
