namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Pieces of which a text is made that gives a redactor as much to do as it can: each form of personal data, whole and broken
/// off, what introduces it, and what is encoded.</summary>
internal static class PersonalPieces
{
    private static readonly string[] Numbers =
    [
        "1",
        "1 ",
        "1-",
        "1.",
        "1:",
        "12 ",
        "1234 ",
        "123-45-6789 ",
        "4111 1111 1111 1112 ",
        "415-555-0123 ",
        "+1 ",
        "1 ext ",
        "1.2.3.4 ",
        "1 dash ",
        "<1",
        "1\u200B",
        "\u0661",
        "1%2D",
        "%21",
        "&nbsp;1",
        "&amp;amp;",
        "25-HRC-HD-55-00000492 ",
        "A-12345678-12 ",
        "V1-",
        "c-12345678",
        "1234567890v",
        "0a-",
        "12 Oak ",
        "12 A B C D ",
        "PO box 12 ",
        "Springfield, IL 62704 ",
        "3rd may 1 ",
    ];

    private static readonly string[] Words =
    [
        "ssn ",
        "ssn dob claim ",
        "ssn 1 2 3 ",
        "phone 1 ",
        "call me 1 2 3 4 5 6 7 8 9 ",
        "account 1 ",
        "born may 1 ",
        "last 4 1",
        "[PII_SSN] 1",
        "[PII_",
        "my name is ",
        "Mr. A. B. ",
        "it is Jo speaking ",
        "Jo Do, my wife ",
        "user a.b ",
        "thanks, Jo\n",
        "a@",
        "a@b.c ",
        " at ",
        "a dot b dot c at x dot ",
        "%40",
        "&#64;",
        "://",
        "www.",
        "https://va.gov/123456/",
        "é",
    ];

    /// <summary>Each by itself, and each of words before each number.</summary>
    public static IEnumerable<string> All =>
        Numbers.Concat(Words).Concat(Words.SelectMany(word => Numbers.Select(number => word + number)));
}
