namespace AutoResolve.Journaling;

/// <summary>The labels of entries: the names of enums, with a small letter first.</summary>
internal static class JournalLabel
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static T Read<T>(string label, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(label, ignoreCase: true, out var value) ? value : otherwise;
}
