using System.Globalization;

namespace AutoResolve.Journaling;

/// <summary>
/// The names of entries. One is in use once in the whole journal. What stands behind the slash is a keyed hash: see
/// <see cref="CaseKeys"/>.
/// </summary>
internal static class JournalKeys
{
    private const string DecisionPrefix = "decision/";
    private const string EventPrefix = "event/";

    public static string Decision(string turn) => DecisionPrefix + turn;

    /// <summary>The turn of a decision's key.</summary>
    public static string TurnOf(string decision) => decision[DecisionPrefix.Length..];

    public static string Turn(string turn) => $"turn/{turn}";

    public static string Intent(string action) => $"intent/{action}";

    public static string Result(string action) => $"result/{action}";

    /// <summary>What a handler said after its time limit.</summary>
    public static string Late(string action) => $"late/{action}";

    public static string UndoIntent(string action) => $"undo/{action}";

    public static string UndoResult(string action) => $"undone/{action}";

    public static string Disposition(string decision) => $"disposition/{decision}";

    public static string ApprovalRequest(string action) => $"approval-request/{action}";

    public static string Approval(string action) => $"approval/{action}";

    public static string Group(string oncePer) => $"once/{oncePer}";

    /// <summary>What is written to somebody for a turn, as one of the counters counts it.</summary>
    public static string Message(string turn, int counter) => string.Create(CultureInfo.InvariantCulture, $"message/{turn}/{counter}");

    /// <summary>What is written to one person, in one case or to one address.</summary>
    public static string Messages(string to) => $"messages/{to}";

    public static string Event(string happened) => EventPrefix + happened;

    /// <summary>What stands in the key of an event.</summary>
    public static string EventOf(string key) => key[EventPrefix.Length..];

    /// <summary>How the keys of all begin that one host was told about stops; a number follows.</summary>
    public static string Switch(string host) => $"switch/{host}/";
}
