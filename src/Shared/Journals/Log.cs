using Microsoft.Extensions.Logging;

namespace AutoResolve.Shared.Journals;

internal static partial class Log
{
    [LoggerMessage(
        1,
        LogLevel.Warning,
        "{Journal} is of an older version and is read as it is: it says no tenants and knows no cases, and its keys can be computed back "
            + "to what people wrote. A host of this version migrates it."
    )]
    public static partial void OldSchema(ILogger logger, string journal);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Journal} was migrated, but the room that its old keys had could not be overwritten; that is tried again when it is opened the "
            + "next time."
    )]
    public static partial void NotPurged(ILogger logger, string journal, Exception exception);
}
