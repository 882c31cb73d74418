namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>How tables name operations and kinds of issues.</summary>
internal static class PathNames
{
    public static string Of(PathOperation operation) =>
        operation switch
        {
            PathOperation.Match => "match",
            PathOperation.Decide => "decide",
            PathOperation.DecideWithHandover => "decide with handover",
            PathOperation.Explain => "explain",
            _ => "process",
        };

    public static string Of(PathKind kind) =>
        kind switch
        {
            PathKind.NoMatch => "no match",
            PathKind.OneMatch => "one match",
            PathKind.Asked => "asked",
            PathKind.Ambiguous => "ambiguous",
            PathKind.WithFacts => "with facts",
            PathKind.Mixed => "texts as they come",
            _ => "no match, most rules fail by one condition",
        };
}
