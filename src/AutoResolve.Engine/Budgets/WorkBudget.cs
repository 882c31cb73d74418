namespace AutoResolve.Budgets;

/// <summary>The work that may be done for one decision, counted in steps, which are the same on every machine.</summary>
/// <remarks>A step is what one instruction of a pattern costs at one character; everything else is counted as so many of them. Guards have
/// as much again for themselves, so that nothing that other rules read keeps a guard from being found, and so has, once it is decided,
/// each search for reasons. What is left out once a budget is used up is unknown: neither there nor not there. Not safe for several threads
/// at once.</remarks>
internal sealed class WorkBudget
{
    /// <summary>How many UTF-16 units of a text that are only searched for a letter make a step.</summary>
    public const int UnitsPerStep = 16;

    /// <summary>What a decision may cost unless a host says otherwise.</summary>
    public const long UsualSteps = 9_000_000;

    // For a person who takes over, or asks why, less will do.
    private const int ReasonsShare = 4;

    private WorkAccount _account;
    private long _left;
    private long _rulesLeft;
    private long _guardsLeft;

    /// <param name="max">The most steps for rules, and the most for guards; default: without limit.</param>
    public WorkBudget(long max = long.MaxValue) => Begin(max);

    /// <summary>The most steps for rules, and the most for guards.</summary>
    public long Max { get; private set; }

    /// <summary>How many steps were taken to decide, of rules or of guards, whichever took more. More than <see cref="Max"/> where more
    /// were asked for than there are.</summary>
    public long Taken => Max - Math.Min(State.RulesLeft, State.GuardsLeft);

    /// <summary>Whether deciding would have taken more than it may, so that something was left out.</summary>
    public bool IsSpent => State is { RulesLeft: < 0 } or { GuardsLeft: < 0 };

    /// <summary>Whether something of guards was left out.</summary>
    public bool IsSpentByGuards => State.GuardsLeft < 0;

    /// <summary>Whether no more may be done of what is worked on now.</summary>
    public bool IsOver => _left < 0;

    /// <summary>How many steps are left of what is worked on now; negative where it is over.</summary>
    public long Left => _left;

    /// <summary>What is left to decide, to go back to.</summary>
    public WorkState State
    {
        get =>
            _account switch
            {
                WorkAccount.Rules => new WorkState(_left, _guardsLeft),
                WorkAccount.Guards => new WorkState(_rulesLeft, _left),
                _ => new WorkState(_rulesLeft, _guardsLeft),
            };
        set => (_rulesLeft, _guardsLeft, _left, _account) = (value.RulesLeft, value.GuardsLeft, value.RulesLeft, WorkAccount.Rules);
    }

    /// <summary>Begins with another decision.</summary>
    public void Begin(long max) => (Max, State) = (max, new WorkState(max, max));

    /// <summary>Begins with a rule.</summary>
    public void BeginRule(bool isGuard)
    {
        var account = isGuard ? WorkAccount.Guards : WorkAccount.Rules;
        if (account != _account && _account != WorkAccount.Reasons)
            Turn(account);
    }

    /// <summary>Begins to look for reasons of what is decided.</summary>
    public void BeginReasons()
    {
        Turn(WorkAccount.Reasons);
        _left = Max / ReasonsShare;
    }

    /// <summary>Ends looking for reasons.</summary>
    public void EndReasons() => Turn(WorkAccount.Rules);

    /// <summary>Takes steps.</summary>
    /// <returns>Whether there were as many: if not, what costs them must not be done, or does not count.</returns>
    public bool Take(long steps)
    {
        if (_left < 0)
            return false;
        _left -= steps;
        return _left >= 0;
    }

    private void Turn(WorkAccount account)
    {
        (_rulesLeft, _guardsLeft) = State;
        _left = account == WorkAccount.Guards ? _guardsLeft : _rulesLeft;
        _account = account;
    }

    private enum WorkAccount
    {
        Rules,
        Guards,
        Reasons,
    }
}

/// <summary>The steps that are left to decide.</summary>
internal readonly record struct WorkState(long RulesLeft, long GuardsLeft);
