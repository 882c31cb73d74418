namespace AutoResolve.Json.Reading;

/// <summary>The codes of problems with rule files: finding them, JSON, and the shape of rules. Each has a page under rules/docs.</summary>
internal static class ReadingCodes
{
    /// <summary>The rules folder does not exist.</summary>
    public const string MissingFolder = "AR1001";

    /// <summary>The rules folder holds no rule files.</summary>
    public const string NoFiles = "AR1002";

    /// <summary>A file or folder cannot be read.</summary>
    public const string Unreadable = "AR1003";

    /// <summary>A file is larger than allowed.</summary>
    public const string TooLarge = "AR1004";

    /// <summary>A file is not UTF-8.</summary>
    public const string NotUtf8 = "AR1005";

    /// <summary>A file is not JSON.</summary>
    public const string Syntax = "AR1006";

    /// <summary>A file is nested too deep.</summary>
    public const string TooDeep = "AR1007";

    /// <summary>A key stands twice in an object.</summary>
    public const string DuplicateKey = "AR1008";

    /// <summary>A key that the format does not know here.</summary>
    public const string UnknownKey = "AR1009";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "AR1010";

    /// <summary>A value of the wrong kind: a text for a list.</summary>
    public const string WrongKind = "AR1011";

    /// <summary>A word that is not one of those possible.</summary>
    public const string UnknownWord = "AR1012";

    /// <summary>A name or id that is not written as such names are.</summary>
    public const string BadName = "AR1013";

    /// <summary>A date or time that is none.</summary>
    public const string BadDate = "AR1014";

    /// <summary>A language tag that is none.</summary>
    public const string BadLanguage = "AR1015";

    /// <summary>A number out of its range.</summary>
    public const string OutOfRange = "AR1016";

    /// <summary>A list with too few entries.</summary>
    public const string ListTooShort = "AR1017";

    /// <summary>A text with nothing in it.</summary>
    public const string EmptyText = "AR1018";

    /// <summary>An object that is no condition, or more than one.</summary>
    public const string NotOneCondition = "AR1019";

    /// <summary>A field or fact that is compared with nothing.</summary>
    public const string NoComparison = "AR1020";

    /// <summary>An outcome without what it needs.</summary>
    public const string OutcomeLacks = "AR1021";

    /// <summary>A guard that does not escalate.</summary>
    public const string GuardOutcome = "AR1022";

    /// <summary>A rule that only adds, but does more.</summary>
    public const string AlsoDoesMore = "AR1023";

    /// <summary>Two steps of a rule have the same id.</summary>
    public const string DuplicateStep = "AR1024";

    /// <summary>Two rules have the same id.</summary>
    public const string DuplicateRule = "AR1025";

    /// <summary>Two sets have the same name.</summary>
    public const string DuplicateSet = "AR1026";

    /// <summary>A name of a set is also a shared name.</summary>
    public const string SharedName = "AR1027";

    /// <summary>A rule supersedes what it cannot.</summary>
    public const string BadSupersedes = "AR1028";

    /// <summary>A file has more problems than are listed.</summary>
    public const string MoreProblems = "AR1029";

    /// <summary>A text is no length of time.</summary>
    public const string BadDuration = "AR1030";

    /// <summary>Two sets that say how the contact center works.</summary>
    public const string SecondDesk = "AR1031";

    /// <summary>A source gives a path twice.</summary>
    public const string DuplicatePath = "AR1032";

    /// <summary>A source gives a path that no rule file has.</summary>
    public const string BadPath = "AR1033";

    /// <summary>A source fails.</summary>
    public const string SourceFailed = "AR1034";

    /// <summary>A source takes too long.</summary>
    public const string SourceTooSlow = "AR1035";

    /// <summary>A source gives too many files, or too many bytes.</summary>
    public const string SourceTooLarge = "AR1036";

    /// <summary>A rule asks where it may not.</summary>
    public const string CannotAsk = "AR1037";

    /// <summary>Two choices of a question have the same value.</summary>
    public const string DuplicateChoice = "AR1038";

    /// <summary>Two sets that say how people talk.</summary>
    public const string SecondProfile = "AR1039";

    /// <summary>A file is a workflow of Microsoft RulesEngine.</summary>
    public const string Workflow = "AR1043";

    /// <summary>A time zone that does not exist.</summary>
    public const string UnknownTimeZone = "AR1044";

    /// <summary>A site, a number or words of the profile that are written in another way.</summary>
    public const string BadPrivacyEntry = "AR1045";

    /// <summary>A row has no value that its rule asks for.</summary>
    public const string MissingValue = "AR1046";

    /// <summary>A value of a row that nothing in its rule takes.</summary>
    public const string UnusedValue = "AR1047";

    /// <summary>Rows without ids of their own, or a rule whose id would be that of all rows.</summary>
    public const string RowId = "AR1048";

    /// <summary>A value of a row that cannot stand where it is put.</summary>
    public const string BadValue = "AR1049";

    /// <summary>A rule names a step that no set has.</summary>
    public const string UnknownStep = "AR1050";

    /// <summary>What would be written in place of a file does not mean the same.</summary>
    public const string FormatDiffers = "AR1051";

    /// <summary>Two entries of a desk describe the same team.</summary>
    public const string DuplicateTeam = "AR1052";

    /// <summary>A cause names a practice that the desk does not have.</summary>
    public const string UnknownPractice = "AR1053";

    /// <summary>A file that may be taken for a rule file by its name, and is none.</summary>
    public const string Lookalike = "AR1054";

    /// <summary>A line of the words of a classifier is none.</summary>
    public const string BadFeature = "AR1055";
}
