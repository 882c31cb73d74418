namespace AutoResolve.Privacy;

/// <summary>The words that say what numbers are.</summary>
internal static class ContextWords
{
    private static readonly Dictionary<WordKind, string[]> Words = new()
    {
        [WordKind.SocialSecurity] =
        [
            "ssn",
            "ss#",
            "ss #",
            "social security",
            "social is",
            "social:",
            "my social",
            "soc sec",
            "seguro social",
        ],
        [WordKind.LastFour] = ["last four", "last 4", "last4", "ending in", "ends in", "últimos cuatro"],
        [WordKind.Birth] =
        [
            "born",
            "dob",
            "d.o.b",
            "birth",
            "birthday",
            "birthdate",
            "b-day",
            "bday",
            "nací",
            "nacido",
            "nacida",
            "nacimiento",
            "cumpleaños",
        ],
        [WordKind.Phone] =
        [
            "phone",
            "telephone",
            "call me",
            "reach me",
            "cell",
            "mobile",
            "tel",
            "text me",
            "contact me",
            "fax",
            "voicemail",
            "teléfono",
            "llámeme",
            "llamar",
        ],
        [WordKind.Account] =
        [
            "account",
            "acct",
            "routing",
            "aba",
            "iban",
            "card",
            "file number",
            "file no",
            "file #",
            "cuenta",
            "tarjeta",
            "member id",
            "license",
            "passport",
        ],
        [WordKind.Address] =
        [
            "address",
            "live at",
            "lives at",
            "reside",
            "resides",
            "moved to",
            "moved from",
            "located at",
            "dirección",
            "vivo en",
        ],
        [WordKind.Harmless] =
        [
            "ticket",
            "case",
            "incident",
            "claim",
            "confirmation",
            "tracking",
            "reference",
            "inquiry",
            "issue",
            "docket",
            "appeal",
            "error",
            "code",
            "status",
            "form",
            "version",
            "build",
            "order",
            "purchase",
            "invoice",
            "chrome",
            "firefox",
            "safari",
            "edge",
            "ios",
            "android",
            "windows",
            "macos",
            "caso",
            "reclamo",
            "formulario",
        ],
    };

    /// <summary>All of them.</summary>
    /// <param name="numberNames">What else is said before numbers that are somebody's.</param>
    public static IEnumerable<(string Phrase, WordKind Kind)> With(IEnumerable<string> numberNames) =>
        Words.SelectMany(kind => kind.Value.Select(word => (word, kind.Key))).Concat(numberNames.Select(name => (name, WordKind.Account)));
}
