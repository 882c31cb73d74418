namespace AutoResolve.Rules.Model;

/// <summary>Which part of the text a leaf reads.</summary>
internal enum TextPart
{
    /// <summary>The customer's own words in title and text.</summary>
    OwnWords = 0,

    /// <summary>The title only.</summary>
    Title,

    /// <summary>The customer's own words in the text.</summary>
    Text,

    /// <summary>Title and text with quoted replies and signatures.</summary>
    Everything,
}
