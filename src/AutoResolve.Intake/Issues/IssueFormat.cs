namespace AutoResolve.Intake.Issues;

/// <summary>How issues are written in a file.</summary>
public enum IssueFormat
{
    /// <summary>Found out from the name and the first characters.</summary>
    Auto = 0,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>A JSON array of objects, a list of them in an object such as <c>{"issues": […]}</c>, or objects one after the
    /// other.</summary>
    Json,

    /// <summary>Values with a header line, separated by commas, semicolons, tabs or vertical bars.</summary>
    Csv,

    /// <summary>One mail, as mail programs save it. By the name alone, <c>.eml</c>.</summary>
    Eml,

    /// <summary>Mails one after the other, each below a line <c>From </c>. By the name alone, <c>.mbox</c>.</summary>
    Mbox,

    /// <summary>The first sheet of an Excel workbook (<c>.xlsx</c>), with a header line.</summary>
    Workbook,
}
