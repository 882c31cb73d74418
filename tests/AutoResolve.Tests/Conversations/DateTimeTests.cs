using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile finds, and what it passes over.</summary>
public sealed class DateTimeTests
{
    [Theory]
    [InlineData("it happened yesterday", "yesterday")]
    [InlineData("since this morning", "this morning")]
    [InlineData("Tuesday around 3pm", "Tuesday around 3pm")]
    [InlineData("on 10/3/2024", "10/3/2024")]
    [InlineData("CBC from Oct 3 at Spokane", "Oct 3")]
    [InlineData("October 3rd, 2024", "October 3rd, 2024")]
    [InlineData("on 3 October 2024", "3 October 2024")]
    [InlineData("2024-10-03", "2024-10-03")]
    [InlineData("yesterday at 3:30 pm", "yesterday at 3:30 pm")]
    [InlineData("last night", "last night")]
    [InlineData("two days ago", "two days ago")]
    [InlineData("about 3 weeks ago", "about 3 weeks ago")]
    [InlineData("at 3pm", "3pm")]
    [InlineData("at 14:30", "14:30")]
    [InlineData("10/3 in the morning", "10/3 in the morning")]
    [InlineData("since Monday", "Monday")]
    [InlineData("last Friday", "last Friday")]
    [InlineData("Nov. 5 at 2 p.m.", "Nov. 5 at 2 p.m.")]
    [InlineData("10-3-2024", "10-3-2024")]
    [InlineData("in May 2023", "May 2023")]
    [InlineData("today", "today")]
    [InlineData("an hour ago", "an hour ago")]
    [InlineData("ayer", "ayer")]
    [InlineData("esta mañana", "esta mañana")]
    [InlineData("el 3 de mayo de 2024", "3 de mayo de 2024")]
    [InlineData("el lunes a las 3", "lunes a las 3")]
    [InlineData("hace dos días", "hace dos días")]
    [InlineData("el martes por la tarde", "martes por la tarde")]
    [InlineData("la semana pasada", "la semana pasada")]
    [InlineData("half an hour ago", "half an hour ago")]
    [InlineData("ayer por la tarde", "ayer por la tarde")]
    [InlineData("el 15 de marzo", "15 de marzo")]
    [InlineData("desde el viernes pasado", "viernes pasado")]
    public void Find_Value_GivesIt(string text, string value) => Assert.Equal(value, DefaultProfile.Profile.Find("dateTime", text));

    [Theory]
    [InlineData("it may be wrong")]
    [InlineData("call 202-555-0143")]
    [InlineData("24/7")]
    [InlineData("my ssn 123-45-6789")]
    [InlineData("10-10EZ")]
    [InlineData("I marched home")]
    [InlineData("error 110")]
    [InlineData("I have 3 claims")]
    [InlineData("I sat in the sun")]
    [InlineData("c'mon")]
    public void Find_Other_GivesNothing(string text) => Assert.Null(DefaultProfile.Profile.Find("dateTime", text));
}
