namespace AutoResolve.Reading;

/// <summary>In which order cases are listed.</summary>
public enum CaseOrder
{
    /// <summary>Those that have waited longest first.</summary>
    Age = 0,

    /// <summary>Those that are due first, first; those that never are last.</summary>
    Due,
}
