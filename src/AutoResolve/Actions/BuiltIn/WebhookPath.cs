namespace AutoResolve.Actions.BuiltIn;

/// <summary>Tells an address by whose path a value could lead to another one.</summary>
internal static class WebhookPath
{
    // Some receivers decode twice. Nothing but an attack is encoded so often.
    private const int MostEncodings = 5;

    /// <summary>Whether a part of the path is a dot or two, or a separator is in it that is none, encoded however often.</summary>
    /// <param name="url">The address as it was written: reading it as one would already follow the path.</param>
    public static bool IsLeft(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var rest = host < 0 ? url : url[(host + "://".Length)..];
        var end = rest.IndexOfAny(['?', '#']);
        var path = end < 0 ? rest : rest[..end];
        var parts = path.Count('/');
        for (var times = 0; times < MostEncodings; times++)
        {
            if (
                path.Contains('\\', StringComparison.Ordinal)
                || path.Count('/') != parts
                || path.Split('/').Any(part => part.Trim() is "." or "..")
            )
                return true;
            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path)
                return false;
            path = decoded;
        }

        return true;
    }
}
