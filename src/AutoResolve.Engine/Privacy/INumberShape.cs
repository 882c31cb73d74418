namespace AutoResolve.Privacy;

/// <summary>Knows one kind of number by its form and what stands before it.</summary>
internal interface INumberShape
{
    /// <summary>Looks whether such a number begins at a run of digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="run">The run.</param>
    /// <param name="context">What the nearest word before it says.</param>
    /// <returns>What it is; nothing where it is not of this kind.</returns>
    NumberMatch Match(NumberText text, int run, WordKind context);
}
