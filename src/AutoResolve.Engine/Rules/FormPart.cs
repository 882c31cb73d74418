namespace AutoResolve.Rules;

/// <summary>What a section of a handover form shows.</summary>
internal enum FormPart
{
    /// <summary>The customer's words, without personal data.</summary>
    Text,

    /// <summary>The issue's own title.</summary>
    Title,

    /// <summary>Why it is handed over.</summary>
    Summary,

    /// <summary>When it came, in UTC.</summary>
    Received,
    Channel,
    Product,
    Locale,

    /// <summary>The issue type.</summary>
    Type,

    /// <summary>The team that it goes to: what it is called, where it is reached, who owns it.</summary>
    Team,

    /// <summary>The deciding rule.</summary>
    Rule,

    /// <summary>Every rule that matched.</summary>
    Considered,

    /// <summary>Steps already tried.</summary>
    Tried,

    /// <summary>Questions without an answer.</summary>
    Questions,

    /// <summary>Facts that were looked up.</summary>
    Facts,

    /// <summary>A field of the issue.</summary>
    Field,
}
