namespace AutoResolve.Settings;

/// <summary>A setting whose value is of the wrong type.</summary>
/// <param name="Key">The key within the section.</param>
/// <param name="Problem">What is wrong, and what to do.</param>
internal sealed record WrongSetting(string Key, string Problem);
