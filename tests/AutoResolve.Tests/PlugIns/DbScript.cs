namespace AutoResolve.Tests.PlugIns;

/// <summary>What the plug-ins of a host do, as a test says.</summary>
internal sealed class DbScript
{
    /// <summary>What the handler does.</summary>
    public Func<int, ValueTask<ActionOutcome>> Fix { get; set; } = _ => new(ActionOutcome.Succeeded());

    /// <summary>Whether its action helped.</summary>
    public ActionOutcome Verified { get; set; } = ActionOutcome.Succeeded();

    /// <summary>What the ticket system does.</summary>
    public Func<ValueTask> Tell { get; set; } = () => default;

    /// <summary>What is waited for while a fact is looked up.</summary>
    public Func<string, Task> LookUp { get; set; } = _ => Task.CompletedTask;
}
