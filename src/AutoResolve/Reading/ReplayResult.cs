using System.Text.Json.Serialization;

namespace AutoResolve.Reading;

/// <summary>What became of deciding again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplayResult>))]
public enum ReplayResult
{
    /// <summary>It is the same.</summary>
    Same = 0,

    /// <summary>It differs, and nothing explains it.</summary>
    Different,

    /// <summary>It differs; personal data was masked in the issue, which may be why.</summary>
    Masked,

    /// <summary>It differs, since the rules alone did not decide it: a person had the case, a deadline passed, and the like.</summary>
    BesideRules,

    /// <summary>The rules of then are not in the journal.</summary>
    NotKept,

    /// <summary>No rulebook made it, so there is nothing to replay.</summary>
    WithoutRules,

    /// <summary>The entry cannot be read, or the rules of then do not load any more.</summary>
    Unreadable,
}
