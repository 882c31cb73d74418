namespace AutoResolve.Rules.Linting;

/// <summary>Codes of what lint finds in sound rule files. Each has a page under rules/docs.</summary>
internal static class LintCodes
{
    /// <summary>A known defect or an outage without a tracking link or an end date.</summary>
    public const string StealthyWorkaround = "AR2001";

    /// <summary>A rule without a matching or without a non-matching test.</summary>
    public const string MissingTests = "AR2002";

    /// <summary>A rule that does not say where its knowledge comes from.</summary>
    public const string MissingSource = "AR2003";

    /// <summary>A rule that nobody has dated a review of.</summary>
    public const string MissingReview = "AR2004";

    /// <summary>A rule whose review is more than a year old, or lies in the future.</summary>
    public const string StaleReview = "AR2005";

    /// <summary>A rule whose last day has passed.</summary>
    public const string Expired = "AR2006";

    /// <summary>A text without the default language.</summary>
    public const string MissingDefaultLocale = "AR2007";

    /// <summary>A raw substring so short that it hits inside other words.</summary>
    public const string ShortSubstring = "AR2008";

    /// <summary>A list, condition, question, handler or contact that nothing uses.</summary>
    public const string Unused = "AR2009";

    /// <summary>A phrase that stands twice in one list.</summary>
    public const string RepeatedPhrase = "AR2010";

    /// <summary>A rule that asks nothing positive of the issue, so that almost every issue matches.</summary>
    public const string MatchesAlmostEverything = "AR2011";

    /// <summary>An <c>also</c> rule that adds nothing.</summary>
    public const string AddsNothing = "AR2012";

    /// <summary>A rule whose first day is after its last.</summary>
    public const string EmptyPeriod = "AR2013";

    /// <summary>A phone number or link written out in a text for customers instead of being a contact.</summary>
    public const string WrittenOutContact = "AR2015";

    /// <summary>A contact that nobody has tried within a year, or ever.</summary>
    public const string StaleContact = "AR2016";

    /// <summary>An answer that is hard to read.</summary>
    public const string HardToRead = "AR2017";

    /// <summary>A text that lacks a language which other texts of its rule have.</summary>
    public const string MissingLanguage = "AR2018";

    /// <summary>A word of the desk, or a promise, in a text for customers.</summary>
    public const string NotForCustomers = "AR2019";

    /// <summary>A question that a case waits for though no rule reads the answer.</summary>
    public const string WaitsInVain = "AR2020";

    /// <summary>A question whose answer is always there.</summary>
    public const string NeverOpen = "AR2021";

    /// <summary>A key that does nothing beside the outcome of its rule.</summary>
    public const string DeadKey = "AR2022";

    /// <summary>An outcome <c>ask</c> that waits for nothing.</summary>
    public const string AsksNothing = "AR2023";

    /// <summary>A field that is compared with a value which no choice of its question has.</summary>
    public const string NoSuchChoice = "AR2024";

    /// <summary>A rule that answers, fixes or ignores and does not say which tier it saves.</summary>
    public const string NoTier = "AR2025";

    /// <summary>Words of phrases that are one letter apart.</summary>
    public const string NearWords = "AR2026";

    /// <summary>A language whose words are found only as they are written.</summary>
    public const string NoInflection = "AR2027";

    /// <summary>A phrase that another one of its list finds anyway.</summary>
    public const string FoundAnyway = "AR2028";

    /// <summary>A phrase of which only a short word is left, since its signs mean nothing.</summary>
    public const string LostSign = "AR2029";

    /// <summary>An exception that has no word of what it is to except.</summary>
    public const string VainException = "AR2030";

    /// <summary>What looks like a placeholder and is none here.</summary>
    public const string ForeignPlaceholder = "AR2031";

    /// <summary>A rule hands issues to a team that the desk does not describe.</summary>
    public const string UnknownTeam = "AR2033";

    /// <summary>A question whose answer goes into a field that no rule reads, a letter or two away from one that is read.</summary>
    public const string MisspeltField = "AR2034";

    /// <summary>An exception that takes away all that a phrase finds.</summary>
    public const string TakesAll = "AR2035";

    /// <summary>Tags or entities of HTML in what customers and agents read.</summary>
    public const string Markup = "AR2036";
}
