namespace AutoResolve.Samples.Tests.Packages;

/// <summary>A test that needs Chromium and axe-core. Where one is missing it is skipped and says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public BrowserFactAttribute()
    {
        if (Browser is null)
            Skip = "There is no Chromium on this machine; 'bash .ci/browser' installs it.";
        else if (!File.Exists(AxeCore))
            Skip = "axe-core is not there; 'bash .ci/browser' and a new build bring it.";
    }

    public static string? Browser { get; } = Array.Find(Browsers, File.Exists);

    public static string AxeCore { get; } = Path.Combine(AppContext.BaseDirectory, "axe.min.js");
}
