namespace AutoResolve.Sources;

/// <summary>What messages call a source, also one that cannot say.</summary>
internal static class SourceName
{
    public static string Of(IRuleSource source)
    {
        try
        {
            if (source.Name is { Length: > 0 } name)
                return name;
        }
        catch (Exception)
        {
            // A message about what is wrong with it is not to fail by it.
        }

        return source.GetType().Name;
    }
}
