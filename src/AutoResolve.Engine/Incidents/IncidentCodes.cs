namespace AutoResolve.Incidents;

/// <summary>Codes of what is wrong with a file of incidents, besides those of reading any file. Each has a page under rules/docs.</summary>
internal static class IncidentCodes
{
    /// <summary>Two incidents have the same id.</summary>
    public const string DuplicateIncident = "AR1040";

    /// <summary>An incident ends before it begins.</summary>
    public const string EmptyIncident = "AR1041";

    /// <summary>An incident has the id that stands for no incident.</summary>
    public const string ReservedId = "AR1042";
}
