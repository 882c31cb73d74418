namespace AutoResolve.PlugIns;

/// <summary>
/// Knows which plug-in is being made: what it asks for may need to know it first, and would wait for it for ever, on whatever thread.
/// </summary>
internal static class PlugInMaking
{
    private static readonly AsyncLocal<Making?> Current = new();

    /// <summary>Whether a plug-in is being made here.</summary>
    public static bool IsUnderWay => Current.Value is { IsOver: false };

    /// <summary>Makes a plug-in, or what needs one.</summary>
    public static T Run<T>(Type plugIn, Func<T> make)
    {
        var (before, making) = (Current.Value, new Making(plugIn));
        Current.Value = making;
        try
        {
            return make();
        }
        finally
        {
            // What it began goes on with it, and may ask from now on.
            making.IsOver = true;
            Current.Value = before;
        }
    }

    /// <exception cref="PlugInCycleException">A plug-in is being made here.</exception>
    public static void ThrowIfUnderWay(string asked)
    {
        if (Current.Value is { IsOver: false } making)
            throw new PlugInCycleException(making.PlugIn, asked);
    }

    private sealed class Making(Type plugIn)
    {
        private volatile bool _isOver;

        public Type PlugIn => plugIn;

        public bool IsOver
        {
            get => _isOver;
            set => _isOver = value;
        }
    }
}
