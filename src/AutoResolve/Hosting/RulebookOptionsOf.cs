using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>The options of a rulebook with a name, for types that know nothing of names.</summary>
internal sealed class RulebookOptionsOf<T>(IOptionsMonitor<T> options, string rulebook) : IOptionsMonitor<T>, IOptions<T>
    where T : class
{
    public T CurrentValue => options.Get(rulebook);

    public T Value => CurrentValue;

    public T Get(string? name) => options.Get(RulebookName.Options(rulebook, name));

    public IDisposable? OnChange(Action<T, string?> listener)
    {
        var own = $"{rulebook}:";
        return options.OnChange(
            (value, name) =>
            {
                if (name == rulebook)
                    listener(value, Microsoft.Extensions.Options.Options.DefaultName);
                else if (name?.StartsWith(own, StringComparison.Ordinal) == true)
                    listener(value, name[own.Length..]);
            }
        );
    }
}
