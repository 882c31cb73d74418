using System.Runtime.CompilerServices;
using AutoResolve.Rules;

namespace AutoResolve.Tests;

/// <summary>A rulebook that was compiled for another host, in force in one more: what hosts do with the same rules again and again need not
/// be tried with compiling them again and again.</summary>
internal sealed class CompiledRulebook : IRulebookMonitor
{
    /// <param name="compiled">The rulebook.</param>
    /// <param name="files">What it was read from; null where the host has no journal that would keep it.</param>
    public CompiledRulebook(Rulebook compiled, IReadOnlyList<RuleFile>? files = null)
    {
        // Once its journal has the files a host has its rulebook forget them, so each has one of its own.
        Current = (Rulebook)Copy(compiled);
        SetFiles(Current, files ?? []);
    }

    public Rulebook Current { get; }

    public IDisposable OnReload(Action<RulebookReload> listener) => new NoReloads();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object Copy(object one);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Files")]
    private static extern void SetFiles(Rulebook rulebook, IReadOnlyList<RuleFile> files);

    private sealed class NoReloads : IDisposable
    {
        public void Dispose()
        {
            // There are none to end.
        }
    }
}
