namespace AutoResolve.Cases;

/// <summary>When people work: opening hours of the days of a week, in a time zone, and holidays.</summary>
/// <remarks>Hours of a day read <c>09:00-17:00</c>, at most <c>00:00-24:00</c>; an empty text is a day on which nobody works.</remarks>
public sealed class BusinessHours
{
    private const string OfficeHours = "09:00-17:00";

    /// <summary>The time zone of the hours and holidays, by its IANA id such as <c>Europe/Berlin</c>, or that of Windows.</summary>
    /// <value>Default: <c>UTC</c>.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The hours of a Monday.</summary>
    /// <value>Default: <c>09:00-17:00</c>.</value>
    public string Monday { get; set; } = OfficeHours;

    /// <summary>The hours of a Tuesday.</summary>
    /// <value>Default: <c>09:00-17:00</c>.</value>
    public string Tuesday { get; set; } = OfficeHours;

    /// <summary>The hours of a Wednesday.</summary>
    /// <value>Default: <c>09:00-17:00</c>.</value>
    public string Wednesday { get; set; } = OfficeHours;

    /// <summary>The hours of a Thursday.</summary>
    /// <value>Default: <c>09:00-17:00</c>.</value>
    public string Thursday { get; set; } = OfficeHours;

    /// <summary>The hours of a Friday.</summary>
    /// <value>Default: <c>09:00-17:00</c>.</value>
    public string Friday { get; set; } = OfficeHours;

    /// <summary>The hours of a Saturday.</summary>
    /// <value>Default: empty, closed.</value>
    public string Saturday { get; set; } = "";

    /// <summary>The hours of a Sunday.</summary>
    /// <value>Default: empty, closed.</value>
    public string Sunday { get; set; } = "";

    /// <summary>Days on which nobody works whatever day of the week they are, such as <c>2026-12-25</c>.</summary>
    /// <value>Default: none.</value>
    public IList<DateOnly> Holidays { get; } = [];
}
