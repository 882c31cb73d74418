namespace AutoResolve.Intake.Issues;

/// <summary>How issues are written in a file.</summary>
public enum IssueFormat
{
    /// <summary>Found out from the name and the first characters.</summary>
    Auto = 0,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>A JSON array of objects, or objects one after the other.</summary>
    Json,

    /// <summary>Values with a header line, separated by commas, semicolons or tabs.</summary>
    Csv,

    /// <summary>One mail, as mail programs save it. By the name alone, <c>.eml</c>.</summary>
    Eml,

    /// <summary>Mails one after the other, each below a line <c>From </c>. By the name alone, <c>.mbox</c>.</summary>
    Mbox,
}
