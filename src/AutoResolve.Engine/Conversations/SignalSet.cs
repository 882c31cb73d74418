namespace AutoResolve.Conversations;

/// <summary>The signals of a text.</summary>
internal readonly record struct SignalSet
{
    private readonly int _bits;

    private SignalSet(int bits) => _bits = bits;

    public static SignalSet None => default;

    public bool Has(Signal signal) => (_bits & (1 << (int)signal)) != 0;

    public SignalSet With(Signal signal) => new(_bits | (1 << (int)signal));
}
